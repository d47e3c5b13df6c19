#!/usr/bin/env bash
# Signs CallSim.app for the hardened runtime, has Apple notarise it, and staples the ticket to it.
#
#     packaging/macos/sign.sh [build/frozen/CallSim.app]
#
# From the environment, so that nothing of it is ever in a file of the project:
#     CALLSIM_SIGN_IDENTITY    "Developer ID Application: NAME (TEAM)", as in the keychain
#     CALLSIM_NOTARY_PROFILE   name of a profile made by `xcrun notarytool store-credentials`;
#                              without it the application is signed and not notarised
#     CALLSIM_NOTARY_KEYCHAIN  the keychain that holds this profile, where it is not the usual one
# Run it between `dev.py build --frozen-only` and `dev.py build --pack-only`.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
app="${1:-$here/../../build/frozen/CallSim.app}"
identity="${CALLSIM_SIGN_IDENTITY:?is not set: the name of a Developer ID in the keychain}"

sign() {
  codesign --force --timestamp --options runtime --sign "$identity" "$@"
}

# From the inside out: a signature covers those of what is inside. `codesign --deep` is not for
# signing (it gives the entitlements to every library).
# A library is what begins like one, whatever its name; those of frameworks go with them.
find "$app/Contents" -type f -not -path '*.framework/*' -not -path "$app/Contents/MacOS/*" -print0 |
  while IFS= read -r -d '' file; do
    case "$(file -b "$file")" in Mach-O*) sign "$file" ;; esac
  done
find "$app/Contents/Frameworks" -type d -name '*.framework' -print0 |
  while IFS= read -r -d '' framework; do sign "$framework"; done
for program in callsim callsim-window; do
  sign --entitlements "$here/entitlements.plist" "$app/Contents/MacOS/$program"
done
sign --entitlements "$here/entitlements.plist" "$app"
codesign --verify --strict --deep --verbose=2 "$app"

if [ -z "${CALLSIM_NOTARY_PROFILE:-}" ]; then
  echo "Signed, not notarised (CALLSIM_NOTARY_PROFILE is not set)."
  exit 0
fi
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
ditto -c -k --keepParent "$app" "$scratch/CallSim.zip"
notary() {
  xcrun notarytool "$@" --keychain-profile "$CALLSIM_NOTARY_PROFILE" \
    ${CALLSIM_NOTARY_KEYCHAIN:+--keychain "$CALLSIM_NOTARY_KEYCHAIN"}
}
notary submit "$scratch/CallSim.zip" --wait | tee "$scratch/told"
# It ends with 0 also when Apple has refused; why is in its log.
if ! grep -q '^ *status: Accepted' "$scratch/told"; then
  notary log "$(awk '$1 == "id:" { print $2; exit }' "$scratch/told")"
  echo "Not notarised." >&2
  exit 1
fi
xcrun stapler staple "$app"
spctl --assess --type execute --verbose=2 "$app"
