"""What ``callsim exec --help`` says besides its options."""

from __future__ import annotations

from typing import Final

DESCRIPTION: Final = (
    "Runs COMMAND so that it finds the simulator where it looks for login.microsoftonline.com, "
    "graph.microsoft.com and api.aps.skype.com: by a proxy on loopback and a certificate authority "
    "of this run, both told by environment variables. Every other host is reached as before, and "
    "nothing is installed into the system. Calls are placed by the control plane: its address and "
    "key are in the file that CALLSIM_READY_FILE names, for COMMAND too; they are announced at "
    "--bot-url. Signals are passed on; the exit code is COMMAND's (127: not found, 126: cannot be "
    "started, 128 and the signal's number: ended by a signal)."
)

EPILOG: Final = """\
who finds the proxy and trusts the certificate:
  Python   requests, httpx, urllib, MSAL, azure-identity: yes.
           aiohttp: with ClientSession(trust_env=True).
  Node     fetch and https: yes. 22.21, 24 and later by NODE_USE_ENV_PROXY, older versions by a
           module that NODE_OPTIONS loads. A client with an agent of its own has to use the proxy.
  .NET     HttpClient: yes on Linux. On Windows and macOS it takes HTTPS_PROXY, but trusts the
           system's store alone.
  Go       yes on Linux; on Windows and macOS it trusts the system's store alone.
  Java     no: -Dhttps.proxyHost=… -Dhttps.proxyPort=… and a trust store made of caFile (keytool
           -importcert) are needed.
  curl     yes.
Loopback is never reached by the proxy. A proxy that HTTPS_PROXY named before is used for the other
hosts (http:// ones).
"""
