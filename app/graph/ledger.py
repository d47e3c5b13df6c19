"""What is known of the real service, and how: an entry for everything that is emulated.

*Documented*: a reference page says so. *Observed*: seen on the real wire, or demanded by
Microsoft's own samples. *Assumed*: nobody outside Microsoft knows, so the simulator chose.

Subjects are named after the tables they come from (``outcome.stopTone``, ``action.mute``,
``error.8522``); a test keeps the two complete.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Evidence = Literal["documented", "observed", "assumed"]

_D: Final[Evidence] = "documented"
_O: Final[Evidence] = "observed"
_A: Final[Evidence] = "assumed"

_RECORD = "reference page 'call: recordResponse'"
_CANCEL = "reference page 'call: cancelMediaProcessing'"
_ACS = "Azure Communication Services, Call Automation: recognize and play actions"
_ACS_LIST = "Azure Communication Services, list of Call Automation subcodes"
_SAMPLES = "microsoftgraph/microsoft-graph-comms-samples"
_ENTRA = "documentation of the Microsoft identity platform"
_PERMISSIONS = "'Permissions' in the reference page of each action"
_NOWHERE = "nothing published"


@dataclass(frozen=True, slots=True)
class Entry:
    """``claim`` is one sentence for the user; ``source`` says where it can be read."""

    subject: str
    evidence: Evidence
    claim: str
    source: str


_ENTRIES: Final = (
    # How operations end.
    Entry("outcome.maxDuration", _D, "Completes with 200/8515.", _RECORD),
    Entry("outcome.stopTone", _A, "Completes with 200/8514; Graph prints the reason only.", _ACS),
    Entry("outcome.maxSilence", _A, "Completes with 200/8509; wording of our own.", _ACS_LIST),
    Entry("outcome.initialSilence", _A, "Fails (documented), with 400/8510.", _ACS),
    Entry("outcome.cancelled", _D, "Fails with 400/8508, also when barged out.", _CANCEL),
    Entry("outcome.played", _D, "Completes with 200/0.", "reference page 'call: playPrompt'"),
    Entry("outcome.promptFailed", _A, "Fails with 500/8511.", _ACS),
    Entry("outcome.promptFormat", _A, "Fails with 400/8535.", _ACS),
    Entry("outcome.promptDownload", _A, "Fails with 400/8536.", _ACS),
    Entry("outcome.beepFailed", _A, "Fails with 500/8512.", _ACS),
    Entry("outcome.mediaTimeout", _A, "Fails with 500/8513; wording of our own.", _ACS_LIST),
    Entry("outcome.unknown", _A, "Fails with 500/9999.", _ACS),
    Entry(
        "outcome.callLost",
        _O,
        "A call that ends under an operation takes it along: no notification, no recording.",
        f"{_SAMPLES} issues 376 and 114",
    ),
    Entry("outcome.callTerminated", _A, "400/8528, on request only: Graph is silent.", _ACS_LIST),
    # What the bot can ask for.
    Entry("action.create", _D, "201, and the phone rings.", "'Create call'"),
    Entry("action.answer", _D, "202, then establishing and established.", "'call: answer'"),
    Entry("action.reject", _D, "202, then the call is deleted.", "'call: reject'"),
    Entry("action.redirect", _D, "202, then the call is terminated.", "'call: redirect'"),
    Entry("action.keepAlive", _D, "200 without a body; 404 after the end.", "'call: keepAlive'"),
    Entry("action.mute", _D, "Completed at once. Only group calls, say the docs.", "'call: mute'"),
    Entry("action.unmute", _D, "Completed at once, as mute is.", "'call: unmute'"),
    Entry("action.playPrompt", _D, "Running, then one 'deleted'.", "'call: playPrompt'"),
    Entry("action.recordResponse", _D, "Running, then one 'deleted'.", _RECORD),
    Entry("action.record", _D, "202 without a body.", "'call: record', beta, 2018-11-29"),
    Entry("action.sendDtmfTones", _D, "Running, then one 'deleted'.", "'call: sendDtmfTones'"),
    Entry(
        "action.transfer",
        _D,
        "202; transferring, transferAccepted, terminated; or established again with 500/7000.",
        "'call: transfer'",
    ),
    Entry("action.invite", _D, "Running, then 'deleted' and the roster.", "'participant: invite'"),
    Entry(
        "action.participants",
        _O,
        "The list is empty until the bot was told of the roster.",
        f"{_SAMPLES} issues 579 and 102",
    ),
    Entry("action.subscribeToTone", _D, "Completed at once.", "'call: subscribeToTone'"),
    Entry("action.cancelMediaProcessing", _D, "Completed at once.", _CANCEL),
    Entry(
        "action.updateRecordingStatus", _D, "Completed at once.", "'call: updateRecordingStatus'"
    ),
    Entry(
        "action.operations",
        _A,
        "GET of an ended operation shows its last state until the call ends.",
        _NOWHERE,
    ),
    Entry(
        "action.hold",
        _A,
        "A caller's hold: 'hold' without audio, media actions refused (8501), operations stand "
        "still with their timers; then 'established' again.",
        "'call', member state: the word alone",
    ),
    # Refusals.
    Entry("error.8500", _A, "400: the bot hosts the media itself.", _ACS_LIST),
    Entry("error.8501", _A, "400: the call is not established.", _ACS_LIST),
    Entry("error.8503", _A, "400: audio is not active yet.", _ACS_LIST),
    Entry("error.8522", _O, "404: 'Call not found.'", f"{_SAMPLES} issues 330 and 173"),
    Entry("error.8523", _A, "400: a parameter is not acceptable.", _ACS_LIST),
    Entry("error.8548", _A, "400: mute or invite in no group call, on request.", _ACS_LIST),
    Entry("error.UnknownError", _O, "404: an action without a call's id.", f"{_SAMPLES} issue 616"),
    Entry("error.8585", _A, "400: the action does not fit the call's state.", _ACS_LIST),
    Entry(
        "error.7504",
        _O,
        "403: the token lacks a permission, where tokens are looked at.",
        f"{_SAMPLES} issue 276",
    ),
    Entry("error.BadRequest", _O, "400: the body is not JSON.", f"{_SAMPLES} issue 22"),
    # How calls end.
    Entry("end.4521", _A, "200: the caller hung up.", "'Delete call', list of subcodes"),
    Entry("end.7000", _A, "200: the bot deleted the call.", "'Delete call', list of subcodes"),
    Entry("end.8537", _D, "408: no keepAlive for 45 minutes.", "'Delete call', list of subcodes"),
    Entry("end.8538", _A, "480 or 403: the bot rejected the call.", _ACS_LIST),
    Entry("end.8539", _A, "486: the bot was busy.", _ACS_LIST),
    Entry("end.8587", _A, "408: nobody answered within 15 s.", _ACS_LIST),
    Entry("end.8541", _A, "480: nobody answered the bot's call.", _ACS_LIST),
    Entry("end.7015", _D, "0: the call was transferred.", "'call: transfer'"),
    Entry("end.301004", _O, "410: an invitation failed.", f"{_SAMPLES} issue 700"),
    Entry("end.0", _A, "200: the bot redirected the call.", _NOWHERE),
    Entry("end.9999", _A, "500: the simulator was closed.", _NOWHERE),
    # The generations, and where their notifications differ from the print.
    Entry("generation.v1.0", _D, "recordResponse: 1 to 120 s, defaults 5 s.", _RECORD),
    Entry("generation.beta", _D, "The same, with completionReason.", f"{_RECORD}, beta"),
    Entry("generation.2018", _A, "record: no limits or defaults are printed.", "'call: record'"),
    Entry("member.resource", _O, "Sent beside resourceUrl.", f"{_SAMPLES} issues 191 and 667"),
    Entry("member.resourceUrl", _O, "Ids are lower case, with dashes.", f"{_SAMPLES} issue 667"),
    Entry("member.@odata.id", _O, "Not on the wire.", f"{_SAMPLES} issues 191 and 667"),
    Entry("member.@odata.etag", _O, "Not on the wire.", f"{_SAMPLES} issues 191 and 667"),
    Entry("member.id", _O, "Sent also where the page omits it.", f"{_SAMPLES} issue 95"),
    Entry(
        "member.resultInfo",
        _O,
        "Sent in every generation: Microsoft's samples fail without it.",
        f"{_SAMPLES}, VoiceRecorderAndPlaybackBot",
    ),
    Entry("member.callChainId", _O, "In every notification of a call.", f"{_SAMPLES} issue 667"),
    Entry("member.callbackUri", _O, "In every notification of a call.", f"{_SAMPLES} issue 191"),
    Entry("member.direction", _O, "In every notification of a call.", f"{_SAMPLES} issue 667"),
    Entry("member.incomingContext", _O, "Sent, not printed.", f"{_SAMPLES} issues 191 and 667"),
    Entry("member.myParticipantId", _O, "Sent, not printed.", f"{_SAMPLES} issues 191 and 667"),
    Entry("member.requestedModalities", _O, "In every one of a call.", f"{_SAMPLES} issue 667"),
    Entry("member.source", _O, "With types and ids of its own.", f"{_SAMPLES} issue 191"),
    Entry("member.targets", _O, "With types and ids of their own.", f"{_SAMPLES} issue 191"),
    Entry("member.tenantId", _O, "Sent, not printed.", f"{_SAMPLES} issues 191 and 667"),
    Entry("member.terminationReason", _O, "Sent, not printed.", f"{_SAMPLES} issue 667"),
    Entry("member.prompts", _O, "Those of a finished playPrompt.", f"{_SAMPLES} issue 58"),
    Entry("member.clientContext", _D, "The request's; two examples print another.", _RECORD),
    Entry("member.mediaState", _O, "In the second 'established' only.", f"{_SAMPLES} issue 700"),
    # Who is who.
    Entry(
        "identity.*/oauth2/v2.0/token",
        _D,
        "Client credentials; any secret and any scope will do.",
        "'OAuth 2.0 client credentials flow on the Microsoft identity platform'",
    ),
    Entry("identity.*/oauth2/token", _D, "The first version, with resource.", _ENTRA),
    Entry("identity.*/v2.0/.well-known/openid-configuration", _D, "As Entra's.", _ENTRA),
    Entry("identity.*/.well-known/openid-configuration", _D, "As Entra's.", _ENTRA),
    Entry("identity.*/discovery/v2.0/keys", _D, "The key of this run.", _ENTRA),
    Entry("identity.*/discovery/keys", _D, "The key of this run.", _ENTRA),
    Entry("identity.common/discovery/instance", _O, "Names the public cloud.", "MSAL's source"),
    Entry("identity.v1/.well-known/openidconfiguration", _O, "Issuer and keys.", _SAMPLES),
    Entry("identity.v1/.well-known/keys", _O, "The key of this run.", _SAMPLES),
    Entry(
        "identity.accessToken",
        _O,
        "Version 1, for the scope's resource; Graph's own tokens cannot be verified by others.",
        "access tokens in issues of MSAL",
    ),
    Entry(
        "identity.webhookToken",
        _D,
        "aud, iss https://api.botframework.com, iat, nbf, exp (an hour), tid; signed with RS256.",
        "Teams, 'Incoming call notifications'",
    ),
    Entry("permission.Calls.AccessMedia.All", _D, "For media; 403/7504 without it.", _RECORD),
    Entry("permission.Calls.Initiate.All", _D, "To place calls and send them on.", _PERMISSIONS),
    Entry("permission.Calls.InitiateGroupCall.All", _D, "To invite others.", _PERMISSIONS),
    Entry("permission.Calls.JoinGroupCall.All", _D, "For the recording status.", _PERMISSIONS),
    # What can be switched.
    Entry("setting.notifications.ids", _O, "Dashed on the wire.", f"{_SAMPLES} issue 667"),
    Entry("setting.notifications.shape", _O, "The wire is not the print.", f"{_SAMPLES}"),
    Entry("setting.notifications.secondEstablished", _O, "Sent twice.", f"{_SAMPLES} issue 700"),
    Entry("setting.errors.shape", _O, "Both were seen.", "microsoft-graph-docs issue 10845"),
    Entry("setting.prompts.empty", _A, "Accepted; one author saw 8523.", "a public bot's source"),
    Entry("setting.prompts.several", _D, "One prompt; the code 8523 is assumed.", _RECORD),
    Entry(
        "setting.notifications.codes",
        _O,
        "Integers, which Graph's types declare; some pages print texts.",
        "'Delete call'",
    ),
    Entry("setting.notifications.status", _O, "Capitals in 2018.", f"{_SAMPLES} issue 23"),
    Entry(
        "setting.notifications.roster",
        _A,
        "Told after mute, unmute, invite and removal (documented); when else, nobody says.",
        "'call: mute', 'participant: invite'",
    ),
    Entry(
        "setting.notifications.legacyHandshake",
        _D,
        "The old format first, until the bot is registered otherwise; off here.",
        "Teams, 'Incoming call notifications'; microsoft-graph-docs issue 8310",
    ),
    Entry("setting.call.target", _A, "Other people are simulated.", _NOWHERE),
    Entry("setting.call.targetSeconds", _A, "Other people answer after a second.", _NOWHERE),
    Entry(
        "setting.call.groupActions",
        _D,
        "For group calls only, say the pages; taken here.",
        "'call: mute', 'participant: invite'",
    ),
    Entry("setting.media.onLoss", _A, "Silence; or 500/8513 after 5 s.", _ACS_LIST),
    Entry("setting.recording.stopTonesInPrompts", _A, "Not before it records.", _NOWHERE),
    Entry("setting.recording.withBeep", _A, "The beep is not recorded.", _NOWHERE),
    Entry(
        "setting.recording.interDigitSeconds", _A, "No limit between two keys of 2018.", _NOWHERE
    ),
    Entry(
        "setting.record.defaultMaxDurationSeconds",
        _A,
        "5 s, as documented in 2019; the client library of 2018 had 300 s.",
        f"{_SAMPLES}, documentation of mid-2018",
    ),
    Entry("setting.call.callbackScheme", _D, "https only; http is taken here.", "'call: answer'"),
    Entry("setting.call.answerTimeoutSeconds", _D, "15 s.", "'call: answer'"),
    Entry("setting.call.keepAliveTimeoutSeconds", _D, "45 minutes.", "'call: keepAlive'"),
    Entry(
        "setting.call.hangUpWhileRecording", _O, "Lost silently.", f"{_SAMPLES} issues 376 and 114"
    ),
    Entry("setting.webhooks.signature", _D, "Signed.", "Teams, 'Incoming call notifications'"),
    Entry("setting.auth.bearer", _D, "Graph takes issued tokens only.", _ENTRA),
    Entry("setting.auth.roles", _D, "Those that an administrator consented to.", _PERMISSIONS),
    Entry("setting.auth.tokenSeconds", _D, "60 to 90 minutes.", _ENTRA),
    Entry("setting.recording.discardAfterSeconds", _A, "'Shortly' after the call's end.", _RECORD),
    # What has no name of its own on the wire.
    Entry(
        "behaviour.unknownMembers",
        _D,
        "Members that Graph does not know are ignored; the user is warned here.",
        "Graph's types are open",
    ),
    Entry(
        "behaviour.streamWhileRecording",
        _D,
        "In 2018 'updated' with the location when recording begins; a WAV that grows is assumed.",
        "'call: record', beta, 2018-11-29 and 2019-09-16",
    ),
    Entry(
        "behaviour.streamWhileRecordingBroken",
        _A,
        "The download ends without its last chunk where the recording comes to nothing.",
        _NOWHERE,
    ),
    Entry("behaviour.endlessPrompt", _D, "beta: 'loop' plays until cancelled.", "'playPrompt'"),
    Entry("behaviour.promptLoop", _A, "beta: a prompt's 'loop' is honoured.", "beta's types"),
    Entry("behaviour.sentTones", _A, "100 ms each, 100 ms apart where nothing is said.", _NOWHERE),
    Entry("behaviour.sentFlash", _A, "A flash is silent.", _NOWHERE),
    Entry(
        "behaviour.cancelledTones",
        _D,
        "Completed, with completionReason mediaOperationCanceled; its 400/8508 is assumed.",
        "'call: sendDtmfTones'",
    ),
    Entry(
        "behaviour.mediaInTransfer",
        _A,
        "Audio flows until the target takes the call; new operations are refused (8501).",
        _NOWHERE,
    ),
    Entry("behaviour.wholeRoster", _A, "Each roster notification has all people.", _NOWHERE),
    Entry(
        "behaviour.regionRedirect",
        _D,
        "A 302 to the announcement of a call sends it to another address, once.",
        "Teams, 'Incoming call notifications'",
    ),
    # What the bridge to a real Graph rests on.
    Entry(
        "bridge.notificationToken",
        _O,
        "Verified: RS256, keys of the OpenID document, issuer https://graph.microsoft.com or "
        "https://api.botframework.com, the bot as audience.",
        f"{_SAMPLES}, AuthenticationProvider",
    ),
    Entry(
        "bridge.handedOn",
        _A,
        "Passing through, a real notification reaches the bot signed anew, by the simulator.",
        _NOWHERE,
    ),
    Entry(
        "bridge.callbackUri",
        _A,
        "With an address for notifications the real service is told that in place of the bot's; "
        "mirroring without one, it is told https://callback.invalid/.",
        _NOWHERE,
    ),
    Entry(
        "bridge.simulatedCalls",
        _A,
        "Passing through, what is about a call of the simulator's own phone is answered here.",
        _NOWHERE,
    ),
    Entry(
        "bridge.polling",
        _A,
        "Without one, operations are asked for: every second, five minutes at most. That real "
        "Graph answers GET for each of them is documented.",
        "'Get commsOperation'",
    ),
    Entry(
        "bridge.throttling",
        _D,
        "After a 429 nothing mirrored or sent by hand goes out until its Retry-After is over; "
        "10 s without one, an hour at most, are assumed.",
        "'Microsoft Graph throttling guidance'",
    ),
    Entry(
        "bridge.noAnswer",
        _A,
        "The bot gets 504 GatewayTimeout or 502 BadGateway in Graph's error shape.",
        _NOWHERE,
    ),
    Entry(
        "bridge.expected",
        _A,
        "Ids, times, addresses and tokens may differ from those of the real service.",
        _NOWHERE,
    ),
    Entry(
        "bridge.realCall",
        _A,
        "A call that the real service deleted, or no longer finds, counts as terminated.",
        _NOWHERE,
    ),
)

LEDGER: Final = {entry.subject: entry for entry in _ENTRIES}
