#!/bin/sh
# Installs the Debian packages that building and testing need and that are not there, with sudo
# where the user is not root. On other systems it says what is missing.
#
#   scripts/deps.sh build         what the window needs to be compiled and opened
#   scripts/deps.sh build test    and what the tests need
set -eu

packages=""
for group in "$@"; do
	case $group in
	build) packages="$packages gcc libc6-dev pkg-config libgl-dev libgl1-mesa-dri libx11-dev libxrandr-dev
		libxxf86vm-dev libxi-dev libxcursor-dev libxinerama-dev" ;;
	test) packages="$packages xvfb xauth xdotool xclip dbus-daemon imagemagick poppler-utils qpdf" ;;
	*)
		echo "deps.sh: there is no group $group; there are build and test" >&2
		exit 2
		;;
	esac
done

# On a system without apt only programs and pkg-config can tell what is there.
elsewhere() {
	missing=""
	for group in "$@"; do
		case $group in
		build) programs="cc pkg-config" libraries="gl x11 xrandr xxf86vm xi xcursor xinerama" ;;
		test) programs="xvfb-run xdotool xclip dbus-daemon convert pdftotext qpdf" libraries="" ;;
		esac
		for p in $programs; do
			command -v "$p" >/dev/null 2>&1 || missing="$missing $p"
		done
		for l in $libraries; do
			pkg-config --exists "$l" 2>/dev/null || missing="$missing $l(development-files)"
		done
	done
	[ -z "$missing" ] && exit 0
	echo "Missing:$missing" >&2
	echo "Install them with your package manager; on Debian they are:" $packages >&2
	exit 1
}

case $(uname -s) in
Linux) command -v apt-get >/dev/null 2>&1 || elsewhere "$@" ;;
*) exit 0 ;; # macOS and Windows bring what the window needs with their compilers
esac

missing=""
for p in $packages; do
	dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q '^install ok installed' || missing="$missing $p"
done
[ -z "$missing" ] && exit 0

sudo=""
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null 2>&1; then
		echo "Missing:$missing" >&2
		echo "There is no sudo here. As root: apt-get update && apt-get install$missing" >&2
		exit 1
	fi
	sudo="sudo"
fi
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -q
$sudo apt-get install -q -y --no-install-recommends $missing
