#!/usr/bin/env bash
# The texts for people: what the sources say and whether assets/i18n/zh_CN.po has all of it.
#   messages.sh check    fails and lists the texts that are untranslated, fuzzy or no longer used
#   messages.sh update   brings assets/i18n/zh_CN.po up to date; new texts are left empty
set -euo pipefail
cd "$(dirname "$0")/../.."
po=assets/i18n/zh_CN.po
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# tr(text) of the command line, tr(catalogue, text) of the reports; errorKind and reasonKind carry their sentence third and second.
find src -name '*.cpp' -o -name '*.h' | LC_ALL=C sort |
    xgettext --files-from=- --from-code=UTF-8 --language=C++ --no-location --no-wrap --sort-output --keyword \
        --keyword=tr:1 --keyword=tr:2 --keyword=translate:1 --keyword=errorKind:3 --keyword=reasonPattern:2 --keyword=msgid:1 \
        --output="$work/duibiao.pot" 2>/dev/null
# Our texts take {placeholders}, never printf's: a "90% or" in one of them is no directive.
sed -i '/^#, c-format$/d' "$work/duibiao.pot"

case ${1:-check} in
update)
    msgmerge --quiet --no-fuzzy-matching --no-wrap --sort-output --update --backup=none "$po" "$work/duibiao.pot"
    msgattrib --no-obsolete --no-wrap -o "$po" "$po"
    ;;
check)
    msgmerge --quiet --no-fuzzy-matching --no-wrap -o "$work/merged.po" "$po" "$work/duibiao.pot"
    {
        msgattrib --untranslated --no-wrap "$work/merged.po"
        msgattrib --only-fuzzy --no-wrap "$work/merged.po"
        msgattrib --only-obsolete --no-wrap "$work/merged.po"
    } | grep -E '^(#~ )?(msgid|")' | grep -v '^msgid ""$' >"$work/open" || true
    # The header of a .po file is its first entry and stands in every extract.
    grep -vE '^"(Project|POT|PO-|Last|Language|MIME|Content|Plural|Report)' "$work/open" >"$work/missing" || true
    if [ -s "$work/missing" ]; then
        echo "not translated in $po, or no longer used:"
        cat "$work/missing"
        exit 1
    fi
    msgfmt --check --statistics -o /dev/null "$po"
    ;;
esac
