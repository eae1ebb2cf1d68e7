/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Runs the program as people do: in a shell, in a folder with these files. $C is the program. */

static const char posting[] =
  "{\n"
  "  \"format\": \"vacancy-posting\",\n"
  "  \"version\": 2,\n"
  "  \"language\": \"en-US\",\n"
  "  \"job\": {\n"
  "    \"title\": \"Data & <AI> Engineer\",\n"
  "    \"employer\": {\n"
  "      \"name\": \"Acme\"\n"
  "    },\n"
  "    \"employmentType\": [\n"
  "      \"full-time\",\n"
  "      \"contractor\"\n"
  "    ],\n"
  "    \"workplace\": \"remote\",\n"
  "    \"x-ours\": {\n"
  "      \"a\": 1.50\n"
  "    },\n"
  "    \"pay\": {\n"
  "      \"minimum\": 120000,\n"
  "      \"maximum\": 180000,\n"
  "      \"currency\": \"USD\",\n"
  "      \"period\": \"year\"\n"
  "    },\n"
  "    \"apply\": {\n"
  "      \"email\": \"jobs@acme.example\"\n"
  "    }\n"
  "  },\n"
  "  \"sections\": [\n"
  "    {\n"
  "      \"id\": \"about\",\n"
  "      \"title\": \"About\",\n"
  "      \"text\": \"Join {{employer}}.\",\n"
  "      \"items\": [\n"
  "        {\n"
  "          \"text\": \"First\"\n"
  "        }\n"
  "      ]\n"
  "    },\n"
  "    {\n"
  "      \"id\": \"notes\",\n"
  "      \"title\": \"Notes\",\n"
  "      \"audience\": \"team\",\n"
  "      \"text\": \"Secret\"\n"
  "    }\n"
  "  ]\n"
  "}\n";

static const char exported[] =
  "Data & <AI> Engineer\n"
  "====================\n"
  "\n"
  "Acme · Remote · Full-time · Contractor\n"
  "$120,000 – $180,000 per year\n"
  "\n"
  "About\n"
  "-----\n"
  "Join Acme.\n"
  "\n"
  "• First\n"
  "\n"
  "How to Apply\n"
  "------------\n"
  "Apply by email: jobs@acme.example\n";

/* With findings on lines 5 (no title, no employer) and 8. */
static const char unfinished[] =
  "{ \"format\": \"vacancy-posting\", \"version\": 1,\n"
  "  \"sections\": [ { \"text\": \"At {{employer}}\" } ],\n"
  "  \"levels\": [ { \"from\": 2,\n"
  "                \"to\": 1 } ],\n"
  "  \"job\": { \"workplace\": \"remote\",\n"
  "    \"pay\": {\n"
  "      \"minimum\": 1, \"maximum\": 9, \"currency\": \"USD\", \"period\": \"hour\",\n"
  "      \"note\": \"{{boss}}\" } } }";

typedef struct
{
  const char *name;
  const char *command;
  int         status;
  const char *out;      /* patterns with * and ?; NULL for anything */
  const char *err;
} CliCase;

#define MISUSE(what) what "\n“vacancy-cli --help” shows how to use it.\n"

/* Less than half a megabyte, and more than sixteen once every value has a line of its own. */
#define BIG \
  "{ printf '{\"format\":\"vacancy-posting\",\"version\":1,\"x\":'; printf '%050d' 0 | tr 0 '['; " \
  "printf 0; " \
  "yes ,0 | head -n 180000 | tr -d '\\n'; printf '%050d' 0 | tr 0 ']'; printf '}'; } > b.json; "

static const CliCase cases[] = {
  /* help and wrong use */
  { "no-command-is-wrong-use", "$C", 2, "", "Usage:\n*guides *new *get *set *export *check *format "
    "*salary *schema *" },
  { "help-lists-the-commands", "$C --help", 0, "Usage:\n*guides *new *get *set *export *check "
    "*format *salary *schema *", "" },
  { "help-is-a-command-too", "$C help", 0, "Usage:\n*", "" },
  { "help-about-a-command", "$C help export", 0, "Usage:\n  vacancy-cli export "
    "*--audience*Examples:\n*", "" },
  { "version", "$C --version", 0, "vacancy-cli *.*\n", "" },
  { "an-unknown-command", "$C print e.vacancy", 2, "",
    "vacancy-cli: There is no command “print”. *" },
  { "an-unknown-option", "$C check --loud e.vacancy", 2, "",
    MISUSE ("vacancy-cli check: *--loud*") },
  { "too-few-words", "$C get e.vacancy", 2, "", MISUSE ("vacancy-cli get: Something is missing: "
    "FILE PATH….") },
  { "too-many-words", "$C new blank more", 2, "", MISUSE ("vacancy-cli new: “more” is one too "
    "many.") },

  /* guides, new */
  { "guides-are-listed-with-tabs", "$C guides", 0,
    "machine-learning-engineer\tMachine Learning Engineer, 2025\ten-US\n"
    "machine-learning-engineer.de\tMachine Learning Engineer, 2025\tde\n"
    "machine-learning-engineer.fr\tMachine Learning Engineer, 2025\tfr\n"
    "data-scientist\tData Scientist\ten-US\n*\nblank\tBlank guide\ten-US\n"
    "blank.de\tLeerer Leitfaden\tde\nblank.fr\tGuide vierge\tfr\n", "" },
  { "the-users-guides-are-listed-too",
    "mkdir -p vacancy/guides && cp e.vacancy vacancy/guides/ours.vacancy && XDG_DATA_HOME=$PWD $C "
    "guides", 0, "*\nours\tData & <AI> Engineer\ten-US\n", "" },
  { "a-broken-guide-is-told",
    "mkdir -p vacancy/guides && echo '{]' > vacancy/guides/bad.json && XDG_DATA_HOME=$PWD $C "
    "guides", 1,
    "machine-*", "*/vacancy/guides/bad.json:1:2: *\n" },
  { "new-writes-the-guide", "$C new blank | head -2", 0, "{\n  \"format\": \"vacancy-posting\",\n",
    "" },
  { "new-writes-a-file", "$C new blank -o new.vacancy && $C get new.vacancy guide.id", 0, "blank\n",
    "" },
  { "new-names-the-file-in-a-folder",
    "$C new machine-learning-engineer -o out && ls out", 0, "Machine Learning Engineer.vacancy\n",
    "" },
  { "new-takes-the-edition-in-a-language", "$C new machine-learning-engineer --language de-AT "
    "-o g.vacancy && $C get g.vacancy guide.id language sections.5.title", 0,
    "machine-learning-engineer\nde\nDas bringen Sie mit\n", "" },
  { "new-takes-the-french-edition", "$C new machine-learning-engineer --language fr-CA "
    "| $C get - guide.id language sections.5.title", 0,
    "machine-learning-engineer\nfr\nQualifications requises\n", "" },
  { "new-takes-an-edition-by-its-id", "$C new machine-learning-engineer.de | $C get - language", 0,
    "de\n", "" },
  { "new-takes-an-edition-without-a-currency", "$C new blank --language de "
    "| $C get - guide.id language job.pay.currency job.pay.period", 0, "blank\nde\n\nyear\n",
    "" },
  { "new-in-a-language-without-an-edition", "$C new blank --language it", 2, "",
    MISUSE ("vacancy-cli new: The guide has no edition in the language “it”.") },
  { "new-replaces-nothing", "$C new blank -o e.vacancy; s=$?; cmp e.vacancy kept.vacancy && exit "
    "$s", 2, "",
    "e.vacancy: “e.vacancy” already exists.\n" },
  { "new-replaces-by-force", "$C new blank --force -o e.vacancy && $C get e.vacancy guide.id", 0,
    "blank\n", "" },
  { "an-unknown-guide", "$C new baker", 2, "", MISUSE ("vacancy-cli new: There is no guide "
    "“baker”*") },

  /* get */
  { "get-texts-and-numbers", "$C get e.vacancy job.title job.pay.minimum job.openings", 0,
    "Data & <AI> Engineer\n120000\n\n", "" },
  { "get-a-list-of-texts", "$C get e.vacancy job.employmentType", 0, "full-time\ncontractor\n",
    "" },
  { "get-a-record", "$C get e.vacancy job.employer", 0, "{\n  \"name\": \"Acme\"\n}\n", "" },
  { "get-what-nobody-knows", "$C get e.vacancy job.x-ours", 0, "{\n  \"a\": 1.50\n}\n", "" },
  { "get-a-switch-that-is-not-set", "$C get e.vacancy job.pay.disclose sections.0.include", 0,
    "true\ntrue\n", "" },
  { "get-json", "$C get --json e.vacancy job.title job.pay.minimum job.openings "
    "job.employmentType.1", 0,
    "\"Data & <AI> Engineer\"\n120000\nnull\n\"contractor\"\n", "" },
  { "get-from-standard-input", "$C get - job.title < e.vacancy", 0, "Data & <AI> Engineer\n", "" },
  { "get-nothing-there", "$C get e.vacancy job.title sections.9", 2, "",
    "e.vacancy: There is no “9” in “sections.9”.\n" },

  /* set */
  { "set-changes-the-file-and-nothing-else",
    "$C set e.vacancy job.employer.name=Ajax && diff kept.vacancy e.vacancy", 1,
    "8c8\n<       \"name\": \"Acme\"\n---\n>       \"name\": \"Ajax\"\n", "" },
  { "set-takes-an-equals-sign-in-a-value", "$C set e.vacancy job.title=a=b && $C get e.vacancy "
    "job.title", 0, "a=b\n", "" },
  { "set-to-nothing-empties", "$C set e.vacancy job.pay.minimum= && $C get --json e.vacancy "
    "job.pay.minimum", 0, "null\n", "" },
  { "set-from-standard-input", "$C set - job.title=X < e.vacancy | $C get - job.title", 0, "X\n",
    "" },
  { "set-writes-another-file", "$C set e.vacancy -o f.vacancy job.title=X && cmp e.vacancy "
    "kept.vacancy && $C get f.vacancy job.title",
    0, "X\n", "" },
  { "set-replaces-no-other-file", "$C set e.vacancy -o kept.vacancy job.title=X", 2, "",
    "kept.vacancy: *already exists.\n" },
  { "set-adds-to-a-list", "$C set e.vacancy 'sections.0.items+=Second' job.employmentType+=intern "
    "&& $C get e.vacancy sections.0.items.1.text job.employmentType", 0,
    "Second\nfull-time\ncontractor\nintern\n", "" },
  { "set-json", "$C set e.vacancy --json 'job.locations=[{\"city\":\"Austin\",\"x-map\":[1]}]' "
    "job.pay.disclose=false && "
    "$C get e.vacancy job.locations.0.city job.locations.0.x-map job.pay.disclose", 0,
    "Austin\n[\n  1\n]\nfalse\n", "" },
  { "set-json-null-empties", "$C set e.vacancy --json sections=null && $C get e.vacancy sections",
    0, "[]\n", "" },
  { "set-a-status-and-its-day", "$C set e.vacancy status=open && $C get e.vacancy status && "
    "test $($C get e.vacancy statusSince) = $(date +%Y-%m-%d)", 0, "open\n", "" },
  { "set-a-status-as-json", "$C set e.vacancy --json 'status=\"closed\"' && "
    "test $($C get e.vacancy statusSince) = $(date +%Y-%m-%d)", 0, "", "" },
  { "set-a-status-of-an-earlier-day", "$C set e.vacancy status=open statusSince=2026-01-02 && "
    "$C set e.vacancy status=open job.title=X && $C get e.vacancy status statusSince", 0,
    "open\n2026-01-02\n", "" },
  { "set-no-status-that-there-is-not", "$C set e.vacancy status=published", 2, "",
    "e.vacancy: status=published: “published” is not one of the choices of this field.\n" },
  { "unset-a-status-and-its-day", "$C set e.vacancy status=open && $C set e.vacancy -u status && "
    "cmp e.vacancy kept.vacancy", 0, "", "" },
  { "unset-empties-and-takes-out", "$C set e.vacancy --unset job.pay.minimum -u "
    "job.employmentType.0 && "
    "$C get e.vacancy job.pay.minimum job.employmentType", 0, "\ncontractor\n", "" },
  { "unset-drops-a-value-of-another-type", "sed 's/\"remote\"/7/; s/\"about\"/[]/' e.vacancy > "
    "f.json && "
    "$C set f.json -u job.workplace -u sections.0.id && $C get --json f.json job.workplace "
    "sections.0.id", 0, "\"\"\n\"\"\n", "" },
  { "unset-keeps-what-nobody-knows", "$C set e.vacancy -u job && $C get e.vacancy job", 0,
    "{\n  \"x-ours\": {\n    \"a\": 1.50\n  }\n}\n", "" },
  { "one-bad-value-changes-nothing",
    "$C set e.vacancy job.title=X job.pay.minimum=lots; s=$?; cmp e.vacancy kept.vacancy && exit "
    "$s", 2, "",
    "e.vacancy: job.pay.minimum=lots: “lots” is not an amount of money.\n" },
  { "set-understands-amounts", "$C set e.vacancy job.pay.minimum=120k "
    "job.pay.maximum='$180,000.00' && $C get e.vacancy job.pay.minimum job.pay.maximum", 0,
    "120000\n180000\n", "" },
  { "set-takes-the-currency", "$C set e.vacancy 'job.pay.minimum=£24,404' && $C get e.vacancy "
    "job.pay.minimum job.pay.currency", 0,
    "24404\nGBP\n", "e.vacancy: job.pay.minimum=£24,404: Currency set to GBP\n" },
  { "set-takes-the-period", "$C set e.vacancy 'job.pay.minimum=£24/h' && $C get e.vacancy "
    "job.pay.minimum job.pay.period", 0,
    "24\nhour\n", "*Currency set to GBP, period to “Per hour”\n" },
  { "set-takes-a-range", "$C set e.vacancy job.pay.minimum=120-150k && $C get e.vacancy "
    "job.pay.minimum job.pay.maximum", 0, "120000\n150000\n", "" },
  { "set-keeps-cents", "$C set e.vacancy job.pay.period=hour 'job.pay.minimum=$18.50' "
    "job.pay.maximum=22.00 && $C get e.vacancy job.pay.minimum job.pay.maximum && $C export --to "
    "text e.vacancy | grep hour", 0, "18.5\n22\n$18.50 – $22.00 per hour\n", "*" },
  { "set-rounds-nothing", "$C set e.vacancy job.pay.minimum=18.5055; s=$?; cmp e.vacancy "
    "kept.vacancy && exit $s", 2, "", "*Amounts in USD have at most 2 decimals. Nothing was "
    "rounded.*" },
  { "set-knows-the-digits-of-the-currency", "$C set e.vacancy job.pay.currency=JPY "
    "job.pay.minimum=1200.5; s=$?; cmp e.vacancy kept.vacancy && exit $s", 2, "",
    "*Amounts in JPY have no decimals. Nothing was rounded.*" },
  { "set-keeps-what-a-currency-has", "$C set e.vacancy job.pay.currency=KWD job.pay.minimum=12.505 "
    "&& $C get e.vacancy job.pay.minimum", 0, "12.505\n", "" },
  { "set-takes-no-currency-for-a-table", "$C set e.vacancy salaries.currency=USD && $C set "
    "e.vacancy 'salaries.national.minimum=£5'", 2, "",
    "*The amount is in GBP, the others are in USD.\n" },
  { "set-counts-openings", "$C set e.vacancy job.openings='$5'", 2, "",
    "*“$5” is not a whole number.\n" },
  { "set-understands-dates", "$C set e.vacancy job.closes='December 23, 2026' && $C get e.vacancy "
    "job.closes", 0, "2026-12-23\n",
    "e.vacancy: job.closes=December 23, 2026: Wednesday, December 23, 2026*" },
  { "set-counts-from-today", "$C set e.vacancy job.closes='in 4 weeks' 2>/dev/null; test \"$($C "
    "get e.vacancy job.closes)\" = \"$(date -d '4 weeks' +%F)\"", 0, "", "" },
  { "set-reads-dates-by-the-language", "$C set e.vacancy language=en-GB job.start=1/2/2027 "
    "2>/dev/null; $C get e.vacancy job.start", 0, "2027-02-01\n", "" },
  { "set-understands-hours-and-zones",
    "$C set e.vacancy job.closesTime='5 pm' job.closesZone='new york' && $C get e.vacancy "
    "job.closesTime && $C get e.vacancy job.closesZone", 0, "17:00\nAmerica/New_York\n", "*" },
  { "set-says-what-is-no-hour", "$C set e.vacancy job.closesTime='5 or so'", 2, "",
    "*This is not a time of 24 hours, for example 17:00.\n" },
  { "set-says-what-is-past", "$C set e.vacancy job.closes='1 May 2020'", 0, "",
    "*Friday, May 1, 2020. This day is past.\n" },
  { "french-has-a-space-before-the-colon",
    "$C set e.vacancy language=fr job.posted=2026-11-01 && $C export --to text e.vacancy -o - "
    "2>/dev/null | grep -o 'Publi.*2026'", 0,
    "Publiée\302\240: 1 novembre 2026\n", "" },
  { "set-says-what-is-no-date", "$C set e.vacancy job.closes=soon", 2, "",
    "*“soon” is not a date such as *\n" },
  { "set-needs-a-value", "$C set e.vacancy job.title", 2, "",
    MISUSE ("vacancy-cli set: “job.title” is not PATH=VALUE.") },
  { "set-needs-a-change", "$C set e.vacancy", 2, "",
    MISUSE ("vacancy-cli set: Something is missing: PATH=VALUE.") },
  { "set-refuses-an-unknown-choice", "$C set e.vacancy job.workplace=moon", 2, "",
    "*“moon” is not one of the choices*" },
  { "set-refuses-json-of-another-type", "$C set e.vacancy --json job.title=5", 2, "",
    "*of a type that does not belong here.\n" },
  { "set-refuses-an-unknown-member", "$C set e.vacancy --json 'job.pay={\"max\":5}'", 2, "",
    "*There is no member “max”.\n" },
  { "set-refuses-half-a-value", "$C set e.vacancy --json 'job.title=\"a\", \"b\": \"c\"'", 2, "",
    "*is not a JSON value.\n" },
  { "set-keeps-the-format", "$C set e.vacancy version=3", 2, "", "*cannot be changed.\n" },
  { "set-a-record", "$C set e.vacancy job.pay=5", 2, "", "*not a single value*" },
  { "set-refuses-other-encodings", "$C set e.vacancy \"job.title=$(printf '\\351')\"", 2, "",
    "*not valid UTF-8*" },
  { "set-that-changes-nothing-writes-nothing",
    "$C format e.vacancy | tr -d '\\n' > f.json && cp f.json g.json && $C set f.json "
    "job.workplace=remote && cmp f.json g.json", 0, "", "" },
  { "set-of-the-language-leaves-texts", "$C new machine-learning-engineer -o g.vacancy && $C set "
    "g.vacancy language=de && $C get g.vacancy language sections.5.title", 0,
    "de\nRequired Qualifications\n", "" },
  { "set-takes-over-the-guides-texts", "$C new machine-learning-engineer -o g.vacancy && $C set "
    "g.vacancy sections.5.title=Skills && $C set --guide-texts g.vacancy language=de && $C get "
    "g.vacancy language sections.5.title sections.6.title", 0, "de\nSkills\nVon Vorteil\n",
    "*language=de: Now in German. 1 heading was yours and stays as it is.\n" },
  { "set-of-no-language-takes-over-nothing", "$C set --guide-texts e.vacancy language='x y'", 2, "",
    "*language=x y: *" },
  { "set-keeps-a-link", "ln -s e.vacancy link && $C set link job.title=X && test -L link && $C get "
    "e.vacancy job.title", 0, "X\n", "" },

  /* export */
  { "export-text", "$C export --to text e.vacancy", 0, exported, "" },
  { "export-text-for-forms", "$C set e.vacancy \"sections.0.items.0.text=$(head -c 200 /dev/zero | "
    "tr '\\0' 'x' | sed 's/xxxx/xxx /g')\" && "
    "$C export --to text --wrap none e.vacancy", 0,
    "Data & <AI> Engineer\n\nAcme · Remote · Full-time · Contractor\n$120,000 – $180,000 per "
    "year\n\nAbout\nJoin Acme.\n\n• xxx xxx *xxx xxx\n\nHow to Apply\nApply by email: "
    "jobs@acme.example\n", "" },
  { "export-text-of-other-columns", "$C export --to text --wrap 12 e.vacancy | sed -n 4,6p", 0,
    "\nAcme ·\nRemote ·\n", "" },
  { "export-text-of-no-width", "$C export --to text --wrap wide e.vacancy", 2, "",
    MISUSE ("vacancy-cli export: --wrap is *") },
  { "export-from-standard-input", "$C export --to text - < e.vacancy", 0, exported, "" },
  { "export-to-standard-output", "$C export --to text -o - e.vacancy", 0, exported, "" },
  { "export-for-the-team", "$C export --to text --audience team e.vacancy", 0,
    "Data & *\nNotes\n-----\nSecret\n*", "" },
  { "export-the-posting-for-the-team", "$C export --to text --what posting --audience team "
    "e.vacancy", 0, "Data & *\nNotes\n-----\nSecret\n*", "" },
  { "export-json-has-no-notes", "$C export --to json e.vacancy | grep -c -e Secret -e team -e "
    "x-ours", 1, "0\n", "" },
  { "export-json-for-the-team-is-the-file", "$C export --to json -a team e.vacancy | cmp - "
    "e.vacancy", 0, "", "" },
  { "export-a-file", "$C export --to text -o x.txt e.vacancy && cat x.txt", 0, exported, "" },
  { "export-replaces-nothing", "$C export --to text -o kept.vacancy e.vacancy", 2, "",
    "kept.vacancy: *already exists.\n" },
  { "export-replaces-by-force", "$C export --to text -f -o kept.vacancy e.vacancy && cat "
    "kept.vacancy", 0, exported, "" },
  { "export-several-into-a-folder", "$C export --to text,json -o new/folder e.vacancy kept.vacancy "
    "&& ls new/folder", 0,
    "Data AI Engineer 2.json\nData AI Engineer 2.txt\nData AI Engineer.json\nData AI "
    "Engineer.txt\n", "" },
  { "export-per-place", "$C set e.vacancy --json 'job.locations=["
    "{\"city\":\"Ulm\",\"country\":\"DE\"},"
    "{\"city\":\"Bonn\",\"country\":\"DE\",\"payMinimum\":130000,\"payMaximum\":150000}]' "
    "&& $C export --to text --per-place -o out/ e.vacancy && ls out && sed -n '4,7p' out/*Bonn*", 0,
    "Data AI Engineer - Bonn Germany.txt\nData AI Engineer - Ulm Germany.txt\n"
    "Data AI Engineer.txt\n"
    "Acme · Bonn, Germany · Remote · Full-time · Contractor\n$130,000 – $150,000 per year\n\n"
    "About\n", "" },
  { "export-per-place-needs-a-folder", "$C export --to text --per-place e.vacancy", 2, "",
    MISUSE ("*need --output=DIR.") },
  { "export-formats-may-be-repeated", "$C export --to text --to json,text -o out/ e.vacancy && ls "
    "out", 0,
    "Data AI Engineer.json\nData AI Engineer.txt\n", "" },
  { "export-replaces-nothing-in-a-folder",
    "touch 'out/Data AI Engineer.txt' && $C export --to text,json -o out e.vacancy; s=$?; ls -s "
    "out | wc -l; exit $s", 2,
    "3\n", "out/Data AI Engineer.txt: *already exists.\nNot written: e.vacancy (text).\n" },
  { "export-says-what-is-unfilled", "$C export --to text u.json", 1, "*At {{employer}}\n*",
    "u.json:5:10: The job title is missing. [job.title]\n*u.json:2:27: “{{employer}}” is not "
    "filled*" },
  { "export-goes-on-after-a-bad-file", "$C export --to text -o out e.vacancy none.json "
    "kept.vacancy; s=$?; ls out; exit $s", 2,
    "Data AI Engineer 2.txt\nData AI Engineer.txt\n",
    "none.json: There is no file “none.json”.\nNot written: none.json (text).\n" },
  { "export-with-findings-is-written", "$C export --to text -o out/u.txt u.json; s=$?; test -s "
    "out/u.txt && exit $s", 1, "", "u.json:*" },
  { "export-with-findings-not-written", "$C export --to text -o kept.vacancy u.json", 2, "",
    "u.json:*kept.vacancy: *already exists.\n" },
  { "export-several-needs-a-folder", "$C export --to text e.vacancy kept.vacancy", 2, "",
    MISUSE ("*need --output=DIR.") },
  { "export-needs-a-format", "$C export e.vacancy", 2, "",
    MISUSE ("*--to=FORMAT is missing, one of: pdf, text, *json*") },
  { "export-to-an-unknown-format", "$C export --to wordstar e.vacancy", 2, "",
    MISUSE ("*There is no format “wordstar”*") },
  { "export-for-nobody", "$C export --to text -a robots --what guide e.vacancy", 2, "",
    MISUSE ("*There is no audience “robots”*") },
  { "export-into-a-file-as-a-folder", "$C export --to text -o kept.vacancy/x e.vacancy", 2, "",
    "kept.vacancy/x: *\n" },

  /* check */
  { "check-is-silent-about-a-good-posting", "$C set e.vacancy sections.0.title=Benefits && "
    "$C check e.vacancy", 0, "", "" },
  { "check-tells-line-column-and-path", "$C check u.json", 1, "",
    "u.json:5:10: The job title is missing. [job.title]\n"
    "u.json:5:10: The employer is missing. [job.employer.name]\n"
    "u.json:5:10: Warning: The posting does not say how to apply. [job.apply]\n"
    "u.json:7:32: Warning: The pay range is wider *[job.pay.maximum]\n"
    "u.json:3:25: The minimum, 2, is greater than the maximum, 1. [levels.0.from]\n"
    "u.json:8:15: Nothing fills the placeholder “{{boss}}”. [job.pay.note]\n"
    "u.json:2:27: “{{employer}}” is not filled, *[sections.0.text]\n"
    "u.json:2:15: Warning: The posting names no benefits. *[sections]\n" },
  { "check-can-leave-warnings-out", "$C check --level error u.json 2>&1 | grep -c Warning", 1,
    "0\n", "" },
  { "check-warnings-count", "$C set e.vacancy job.pay.maximum=200000 && $C check e.vacancy", 1, "",
    "e.vacancy:20:18: Warning: *" },
  { "check-errors-of-warnings", "$C set e.vacancy job.pay.maximum=200000 && $C check -l error "
    "e.vacancy", 0, "", "" },
  { "check-several-with-a-bad-one", "$C check -l error e.vacancy none.json", 1, "",
    "none.json: There is no file “none.json”.\n" },
  { "check-from-standard-input", "echo '{' | $C check -", 2, "", "<stdin>:2:1: *\n" },
  { "check-a-folder", "$C check out", 2, "", "out: “out” is a folder, not a file.\n" },

  /* format */
  { "format-leaves-canonical-form-alone", "$C format e.vacancy | cmp - e.vacancy", 0, "", "" },
  { "format-finds-its-way-back", "tr -d '\\n' < e.vacancy | $C format - | cmp - e.vacancy", 0, "",
    "" },
  { "format-in-place", "tr -d '\\n' < e.vacancy > f.json && $C format -i f.json kept.vacancy && "
    "cmp f.json e.vacancy", 0, "", "" },
  { "format-several-to-standard-output", "$C format e.vacancy kept.vacancy", 2, "",
    MISUSE ("*need --in-place.") },

  /* what could not be read again */
  { "format-that-grows-too-large-writes-nothing", BIG "cp b.json c.json; $C format -i b.json; "
    "s=$?; cmp b.json c.json && exit $s", 2, "",
    "b.json: With one value a line, *MiB*16 MiB*Shorten it*\n" },
  { "format-that-grows-too-large-prints-nothing", BIG "$C format b.json", 2, "",
    "b.json: With one value a line, *\n" },
  { "set-that-grows-too-large-writes-nothing", BIG "cp b.json c.json; $C set b.json job.title=X; "
    "s=$?; cmp b.json c.json && exit $s", 2, "",
    "b.json: With one value a line, *\n" },
  { "set-that-grows-too-large-writes-no-other-file",
    BIG "$C set b.json -o d.json job.title=X; s=$?; test -e d.json || exit $s", 2, "",
    "b.json: With one value a line, *\n" },
  { "a-set-value-that-nests-too-deep-is-not-written",
    "$C set e.vacancy --json \"job.locations=[{\\\"x\\\":$(printf '%061d' 0 | tr 0 '[')$(printf "
    "'%061d' 0 | tr 0 ']')}]\"; s=$?; cmp e.vacancy kept.vacancy && exit $s",
    2, "", "e.vacancy: What would be written could not be opened again: *\n" },
  { "export-that-grows-too-large-writes-nothing", BIG "$C export --to json -a team -o d.json "
    "b.json; test -e d.json", 1, "", "*With one value a line, *\n" },

  /* newer versions */
  { "an-older-version-is-written-as-this-one", "sed s/ion\\\":.2/ion\\\":1/ e.vacancy > o.json && "
    "$C get o.json version && $C check o.json; grep -c 'version.:1' o.json && $C set o.json "
    "job.title=X && grep -c 'version.: 2' o.json", 0, "3\n*1\n1\n", "*" },
  { "a-newer-version-is-read", "sed s/ion\\\":.2/ion\\\":9/ e.vacancy > n.json && $C export --to "
    "text n.json", 0, exported, "" },
  { "a-newer-version-is-not-set", "sed s/ion\\\":.2/ion\\\":9/ e.vacancy > n.json && $C set n.json "
    "job.title=X", 2, "", "n.json: *newer version*\n" },
  { "a-newer-version-is-not-formatted", "sed s/ion\\\":.2/ion\\\":9/ e.vacancy > n.json && $C "
    "format -i n.json", 2, "", "n.json: *newer version*\n" },

  { "a-full-disk-is-told", "test -e /dev/full || exit 2; $C export --to text e.vacancy > /dev/full",
    2, "", "<stdout>: *\n" },

  /* What a terminal would obey is shown to people instead. */
  { "get-shows-control-characters", "$C set e.vacancy \"job.title=$(printf "
    "'A\\033[2J\\302\\233\\342\\200\\256B\\342\\200\\217')\" && "
    "$C get e.vacancy job.title", 0, "A\\u{1b}[2J\\u{9b}\\u{202e}B\\u{200f}\n", "" },
  { "get-keeps-line-ends", "$C set e.vacancy \"sections.0.text=$(printf 'A\\nB')\" && $C get "
    "e.vacancy sections.0.text", 0, "A\nB\n", "" },
  { "guides-show-control-characters",
    "mkdir -p vacancy/guides && $C set e.vacancy \"job.title=$(printf 'A\\033B')\" -o "
    "vacancy/guides/o.vacancy && "
    "XDG_DATA_HOME=$PWD $C guides | tail -1", 0, "o\tA\\u{1b}B\ten-US\n", "" },
  { "salary-shows-control-characters", "$C set e.vacancy --json "
    "\"salaries={\\\"currency\\\":\\\"USD\\\",\\\"places\\\":[{\\\"name\\\":\\\"X\\\\u009bY\\\","
    "\\\"minimum\\\":1,\\\"maximum\\\":2}]}\" && "
    "$C salary e.vacancy", 0, "*X\\u{9b}Y*", "" },
  { "messages-show-control-characters", "n=$(printf 'a\\033\\nb\\342\\200\\256.json'); echo [] > "
    "\"$n\"; $C check \"$n\"", 2, "",
    "a\\u{1b}\\u{a}b\\u{202e}.json:1:1: *\n" },
  { "a-terminal-is-shown-control-characters",
    "$C set e.vacancy \"job.title=$(printf 'A\\302\\233B')\" && script -qec '$C export --to json "
    "e.vacancy' /dev/null < /dev/null | grep -c 'A.u{9b}B'",
    0, "1\n", "" },
  { "text-exports-have-no-overrides", "$C set e.vacancy \"job.title=$(printf "
    "'A\\302\\233\\342\\200\\256B')\" && $C export --to text e.vacancy | head -1",
    0, "AB\n", "" },
  { "long-words-are-not-repeated", "x=$(head -c 25000 /dev/zero | tr '\\0' x); $C new $x 2>&1 | wc "
    "-c | grep -c '^...$'", 0, "1\n", "" },
  { "a-mail-address-has-one-scheme", "$C set e.vacancy job.apply.email=mailto:jobs@acme.example && "
    "$C export --to html e.vacancy | grep -o 'href=[^>]*'",
    0, "href=\"mailto:jobs@acme.example\"\n", "" },
  { "an-address-of-ipv6-keeps-its-brackets", "$C set e.vacancy 'job.apply.url=http://[::1]/a b' && "
    "$C export --to html e.vacancy | grep -o 'href=\"http[^>]*'",
    0, "href=\"http://[::1]/a%20b\"\n", "" },
  { "requirements-are-hinted-and-not-guessed",
    "$C new machine-learning-engineer -o m.vacancy && $C check -b -l hint --to json m.vacancy | "
    "grep -c 'offer\"'; $C export --to jobposting m.vacancy 2>/dev/null | grep -c -e monthsOf "
    "-e credential",
    1, "4\n0\n", "" },
  { "hints-are-no-findings", "$C set e.vacancy --json "
    "'sections=[{\"id\":\"required-qualifications\",\"title\":\"R\",\"items\":[{\"text\":\"5+ "
    "years of experience\"}]}]' && "
    "$C check -b -l hint e.vacancy 2>&1 | grep says | cut -d' ' -f2-", 0,
    "Hint: The posting says “5+ years of experience”. Set *[job.experience.months]\n", "" },
  { "long-texts-are-not-repeated", "x=$(head -c 25000 /dev/zero | tr '\\0' x); $C set e.vacancy "
    "job.pay.minimum=$x 2>&1 | wc -c | grep -c '^...$'", 0, "1\n", "" },
  { "markdown-is-not-told-of-comments", "echo '# Title' | $C check -", 2, "",
    "<stdin>:1:1: A document must be an object, in braces.\n" },

  { "help-on-a-full-disk-is-told", "test -e /dev/full || exit 2; $C --help > /dev/full", 2, "",
    "<stdout>: *\n" },
  { "help-about-a-command-on-a-full-disk-is-told",
    "test -e /dev/full || exit 2; $C get --help > /dev/full", 2, "", "<stdout>: *\n" },
  { "version-on-a-full-disk-is-told", "test -e /dev/full || exit 2; $C --version > /dev/full", 2,
    "", "<stdout>: *\n" },
  { "a-file-beyond-the-limit-is-told", "ulimit -f 1; $C new machine-learning-engineer -o "
    "n.vacancy; s=$?; test -e n.vacancy || exit $s", 2, "",
    "n.vacancy: “n.vacancy” could not be saved: *\n" },
  { "what-a-killed-save-left-is-swept",
    "touch -d '2 hours ago' .vacancy-0123456789abcdef.tmp && $C set e.vacancy job.title=X && test "
    "! -e .vacancy-0123456789abcdef.tmp", 0, "", "" },
  { "no-message-advises-what-the-command-line-has-not",
    "chmod 444 e.vacancy; $C set e.vacancy job.title=X", 2, "",
    "e.vacancy: “e.vacancy” is read-only.\n" },

  /* list */
  { "list-tells-a-line-a-posting", "mkdir d && cp e.vacancy d && $C set d/e.vacancy status=open "
    "job.closes=2031-05-06 && $C list d", 0,
    "open\t2031-05-06\t*\tData & <AI> Engineer\tAcme\t*\td/e.vacancy\n", "" },
  { "list-begins-where-it-is", "mkdir -p d/sub && cp e.vacancy d/sub && cd d && $C list | cut -f 8",
    0, "sub/e.vacancy\n", "" },
  { "list-by-status", "mkdir d && cp e.vacancy d && cp e.vacancy d/f.vacancy && $C set d/f.vacancy "
    "status=open && $C list --status draft,closed d | cut -f 1,8 && $C list -s open d | cut -f 1,8",
    0, "draft\td/e.vacancy\nopen\td/f.vacancy\n", "" },
  { "list-what-closes", "mkdir d && cp e.vacancy d && cp e.vacancy d/f.vacancy && "
    "$C set d/f.vacancy job.closes='in 3 days' && "
    "$C list --closing 2 d && $C list --closing 3 d | cut -f 8",
    0, "d/f.vacancy\n", "*" },
  { "list-what-is-found", "mkdir d && cp e.vacancy d && $C list -q 'engin \"data' d | cut -f 8 && "
    "$C list -q nothing d", 0, "d/e.vacancy\n", "" },
  { "list-as-json", "mkdir d && cp e.vacancy d && $C list d --to json | tr -d '\\n' && $C list -q "
    "nothing d --to json", 0,
    "[  {    \"file\": \"d/e.vacancy\",    \"title\": \"Data & <AI> Engineer\",*\"status\": "
    "\"draft\",*\"closes\": null,*\"findings\": *,    \"error\": null  }][]\n", "" },
  { "list-says-what-cannot-be-read", "mkdir d && cp e.vacancy d && echo '{' > d/f.vacancy && "
    "$C list d | cut -f 8; $C list d > list.txt", 1,
    "d/e.vacancy\n", "d/f.vacancy: 2:1: *d/f.vacancy: 2:1: *" },
  { "list-a-broken-file-as-json", "mkdir d && echo '{' > d/f.vacancy && $C list d --to json", 1,
    "*\"title\": null,*\"error\": \"2:1: *", "*" },
  { "list-reads-again-what-has-changed", "mkdir d && cp e.vacancy d && $C list d > list.txt && "
    "$C set d/e.vacancy job.title=Other && $C list d | cut -f 4 && rm d/e.vacancy && $C list d", 0,
    "Other\n", "" },
  { "list-nowhere", "$C list nowhere", 2, "", "*/nowhere: *" },
  { "list-here-and-nowhere", "mkdir d && cp e.vacancy d && $C list nowhere d > list.txt", 1, "",
    "*/nowhere: *" },
  { "list-an-unknown-status", "$C list --status published", 2, "",
    MISUSE ("vacancy-cli list: There is no status “published”, only: draft, *") },
  { "list-no-number-of-days", "$C list --closing soon", 2, "",
    MISUSE ("vacancy-cli list: “soon” is not a number of days.") },
  { "list-no-standard-input", "$C list -", 2, "",
    MISUSE ("vacancy-cli list: Only folders can be listed.") },

  /* history */
#define TWICE "$C set e.vacancy job.title=One && $C set e.vacancy job.title=Two && "
  { "history-of-a-new-file-is-empty", "$C history e.vacancy && $C history --to json e.vacancy", 0,
    "[]\n", "" },
  { "history-lists-the-newest-first", TWICE "$C history e.vacancy", 0,
    "2\t20*-*-* *:*:*\t?*\t\t*\n1\t20*-*-* *:*:*\t?*\t\t\n", "" },
  { "history-as-json", TWICE "$C history e.vacancy --to json", 0,
    "[\n  {\n    \"number\": 2,\n    \"time\": \"20*-*-*T*:*:*Z\",\n    \"who\": \"?*\",\n"
    "    \"name\": \"\",\n    \"size\": *,\n    \"sha256\": \"*\",\n    \"damaged\": false,\n"
    "    \"summary\": \"*\"\n  },\n  {\n    \"number\": 1,\n*\n  }\n]\n", "" },
  { "history-shows-a-version", TWICE "$C history e.vacancy --show 1 | cmp - kept.vacancy", 0, "",
    "" },
  { "history-keeps-what-format-replaces", "printf ' ' >> u.json; cp u.json v.json; $C format -i "
    "u.json && $C history u.json --show 1 | cmp - v.json", 0, "", "" },
  { "history-names-a-version", TWICE "$C history e.vacancy --name '1=sent to legal=ok' && $C "
    "history e.vacancy | cut -f 1,4 && $C history e.vacancy -n 1= && $C history e.vacancy | cut "
    "-f 1,4", 0, "2\t\n1\tsent to legal=ok\n2\t\n1\t\n", "" },
  { "history-restores-to-another-file", TWICE "$C history e.vacancy --restore 1 -o r.vacancy && "
    "cmp r.vacancy kept.vacancy && $C get e.vacancy job.title", 0, "Two\n", "" },
  { "history-restores-to-no-other-file-unasked", TWICE "$C history e.vacancy --restore 1 -o "
    "u.json; "
    "s=$?; $C history e.vacancy --restore 1 -o u.json -f && cmp u.json kept.vacancy && exit $s", 2,
    "", "u.json: *already exists.\n" },
  { "history-restores-in-place-and-keeps-what-was-there", TWICE "$C history e.vacancy --restore 1 "
    "-o e.vacancy && cmp e.vacancy kept.vacancy && $C history e.vacancy | cut -f 1 && $C history "
    "e.vacancy --show 3 | $C get - job.title", 0, "3\n2\n1\nTwo\n", "" },
  { "history-restores-in-place-through-a-link", "ln -s e.vacancy l; " TWICE "$C history e.vacancy "
    "--restore 1 -o l && cmp e.vacancy kept.vacancy && test -L l && $C history l | cut -f 1", 0,
    "3\n2\n1\n", "" },
  { "history-restores-a-deleted-file", TWICE "rm e.vacancy && $C history e.vacancy --restore 2 -o "
    "e.vacancy && $C get e.vacancy job.title", 0, "One\n", "" },
  { "history-follows-a-renamed-file", TWICE "mv e.vacancy n.vacancy && $C history n.vacancy | cut "
    "-f "
    "1", 0, "2\n1\n", "" },
  { "history-is-not-for-exports", "$C export --to text -o t.txt e.vacancy && $C export --to text "
    "-f "
    "-o t.txt u.json; $C history t.txt", 0, "", NULL },
  { "history-of-nothing", "$C history none.vacancy", 2, "",
    "none.vacancy: There is no such file, *" },
  { "history-has-no-such-version", TWICE "$C history e.vacancy --show 7", 2, "",
    "e.vacancy: There is no version 7.\n" },
  { "history-names-no-such-version", TWICE "$C history e.vacancy --name x=y", 2, "",
    "e.vacancy: There is no version x.\n" },
  { "history-names-take-one-line", TWICE "$C history e.vacancy --name \"1=a$(printf '\\033')b\"", 2,
    "", MISUSE ("vacancy-cli history: “1=a\\u{1b}b” is not N=TEXT.") },
  { "history-does-one-thing", "$C history e.vacancy --show 1 --name 1=x", 2, "",
    MISUSE ("vacancy-cli history: Only one of *") },
  { "history-restores-to-somewhere", "$C history e.vacancy --restore 1", 2, "",
    MISUSE ("vacancy-cli history: --restore needs --output.") },
  { "history-output-is-for-restoring", "$C history e.vacancy -o x", 2, "",
    MISUSE ("vacancy-cli history: --output and --force belong to --restore.") },
  { "history-has-two-formats", "$C history e.vacancy --to pdf", 2, "",
    MISUSE ("vacancy-cli history: There is no format “pdf”.") },
  { "history-needs-a-file", "$C history - < e.vacancy", 2, "",
    MISUSE ("vacancy-cli history: Only files have versions.") },
  { "a-damaged-version-is-said-and-kept-aside", TWICE "for f in "
    "\"$XDG_STATE_HOME\"/vacancy/versions/"
    "*/*.gz; do echo x > \"$f\"; done; $C history e.vacancy | cut -f 1,5; $C history e.vacancy "
    "--show "
    "1", 2, "2\tDamaged\n1\tDamaged\n", "e.vacancy: Version 1 is damaged. *damaged”.\n" },
  { "damaged-versions-are-status-1", TWICE "for f in \"$XDG_STATE_HOME\"/vacancy/versions/*/*.gz; "
    "do "
    "echo x > \"$f\"; done; $C history e.vacancy --to json", 1, "*\"damaged\": true*", "" },
  { "a-damaged-list-is-said", TWICE "for f in \"$XDG_STATE_HOME\"/vacancy/versions/*/index; do "
    "echo x > "
    "\"$f\"; done; $C history e.vacancy | cut -f 1", 0, "2\n1\n",
    "e.vacancy: The list of versions was damaged. *" },
  { "a-version-that-cannot-be-kept-stops-no-save", "echo > \"$XDG_STATE_HOME\"; $C set e.vacancy "
    "job.title=One && $C get e.vacancy job.title", 0, "One\n",
    "e.vacancy: Written, but the version before could not be kept: *\n" },
#undef TWICE

  /* texts; two of the user's own, of which one is in its second version */
#define OWN "d=vacancy/shared-texts; mkdir -p $d/older; export XDG_DATA_HOME=$PWD; t() { printf " \
  "'{\"format\":\"vacancy-posting\",\"version\":2,\"language\":\"en\",\"sharedText\":{\"id\":" \
  "\"%s\",\"title\":\"Our %s\",\"version\":%s},\"sections\":[{\"id\":\"%s\",\"title\":\"P\"," \
  "\"text\":\"%s\"}]}' $1 $1 $2 $1 $3; }; t perks 1 One > $d/perks.json; "
#define NEWER "t perks 1 One > $d/older/perks.1.json; t perks 2 Two > $d/perks.json; "
  { "texts-are-listed", "$C texts | grep benefits-us", 0,
    "benefits-us\tbenefits\ten-US\tUS\t1\tBenefits in the United States\n", "" },
  { "texts-of-the-user-are-listed", OWN "$C texts | grep perks", 0,
    "perks\t\ten\t\t1\tOur perks\n", "" },
  { "texts-as-json", OWN "$C texts --to json | grep -A 9 perks", 0,
    "*\"version\": 1,\n*\"locked\": false,\n*\"file\": \"*perks.json\"\n*", "" },
  { "a-damaged-text-is-said", OWN "echo '{]' > $d/bad.json; $C texts > /dev/null", 1, "",
    "*bad.json:1:2: *\n" },
  { "texts-show-what-they-say", OWN "$C texts show perks", 0, "P\n\nOne\n", "" },
  { "texts-show-an-older-version", OWN NEWER "$C texts show perks && $C texts show perks -v 1", 0,
    "P\n\nTwo\nP\n\nOne\n", "" },
  { "texts-show-no-version-that-is-not-here", OWN "$C texts show perks -v 7", 2, "",
    "Version 7 of the shared text “perks” is not here.\n" },
  { "texts-show-as-json", OWN "$C texts show perks -t json | cmp - $d/perks.json", 0, "", "" },
  { "a-text-that-is-not-there", "$C texts show none", 2, "",
    MISUSE ("vacancy-cli texts: There is no shared text “none”; *") },
  { "texts-insert-a-copy", OWN "$C texts insert perks e.vacancy && $C get e.vacancy "
    "sections.1.text sections.1.sharedText.id && $C export -t json e.vacancy | grep -c sharedText; "
    "$C history e.vacancy | cut -f 1", 0, "One\nperks\n0\n1\n", "" },
  { "texts-insert-into-a-section", OWN "$C texts insert perks e.vacancy --into about && $C get "
    "e.vacancy sections.0.id sections.0.text", 0, "about\nOne\n", "" },
  { "texts-insert-nothing-twice", OWN "$C texts insert perks e.vacancy; $C texts insert perks "
    "e.vacancy", 2, "", "e.vacancy: The section “P” is for this already; --into=perks *\n" },
  { "texts-insert-into-no-other-section", OWN "$C texts insert perks e.vacancy --into x; s=$?; cmp "
    "e.vacancy kept.vacancy; exit $s", 2, "", "e.vacancy: There is no section “x”.\n" },
  { "texts-insert-to-another-file", OWN "$C texts insert perks e.vacancy -o n.vacancy && cmp "
    "e.vacancy kept.vacancy && $C get n.vacancy sections.1.text", 0, "One\n", "" },
  { "texts-update-copies", OWN "$C texts insert perks e.vacancy; " NEWER "$C texts update "
    "e.vacancy && $C get e.vacancy sections.1.text sections.1.sharedText.version && $C texts "
    "update e.vacancy", 0, "Two\n2\n", "e.vacancy: “perks” is now version 2.\n" },
  { "texts-leave-edited-copies", OWN "$C texts insert perks e.vacancy; $C set e.vacancy "
    "sections.1.text=Mine; " NEWER "$C texts update e.vacancy; s=$?; $C get e.vacancy "
    "sections.1.text; exit $s", 1, "Mine\n", "e.vacancy: 1 copy of “perks” was edited *\n" },
  { "texts-replace-edited-copies-if-told", OWN "$C texts insert perks e.vacancy; $C set e.vacancy "
    "sections.1.text=Mine; " NEWER "$C texts update --edited e.vacancy && $C get e.vacancy "
    "sections.1.text", 0, "Two\n", "e.vacancy: “perks” is now version 2.\n" },
  { "texts-update-only-one", OWN "$C texts insert perks e.vacancy; " NEWER "$C texts update --only "
    "benefits-us e.vacancy && $C get e.vacancy sections.1.text", 0, "One\n", "" },
  { "texts-update-what-is-not-here", OWN "$C texts insert perks e.vacancy; rm $d/perks.json; $C "
    "texts update e.vacancy", 1, "", "e.vacancy: The shared text “perks” is not here.\n" },
  { "texts-say-who-uses-them", OWN "$C texts insert perks e.vacancy; $C texts insert perks u.json; "
    "$C set u.json sections.0.text=Mine sections.1.text=Mine; $C texts uses perks | sed "
    "\"s,$PWD/,,\" | sort", 0, "1\t\tData & <AI> Engineer\te.vacancy\n1\tedited\t\tu.json\n", "" },
  { "texts-that-nobody-uses", OWN "$C texts uses perks && $C texts uses perks --to json", 0, "[]\n",
    "" },
  { "texts-do-nothing-else", "$C texts print", 2, "",
    MISUSE ("vacancy-cli texts: “print” is none of: *") },
  { "texts-insert-needs-a-file", "$C texts insert perks", 2, "",
    MISUSE ("vacancy-cli texts: Something is missing: texts insert ID FILE.") },
#undef NEWER
#undef OWN
};

typedef struct
{
  const char *name;
  const char *maker;   /* writes the file to standard output */
  const char *place;   /* what the message begins with, after the file's name */
} HostileCase;

static const HostileCase hostile[] = {
  { "empty", "true", "1:1: " },
  { "truncated", "head -c 300 e.vacancy", "17:7: " },
  { "two-roots", "cat e.vacancy kept.vacancy", "47:1: " },
  { "a-list", "echo '[]'", "1:1: " },
  { "a-duplicate", "echo '{\"format\":\"vacancy-posting\",\"version\":1,\n \"version\":1}'",
    "2:2: " },
  { "bad-utf-8", "printf '{\"format\":\"vacancy-posting\",\"version\":1,\n\"a\":\"\\351\"}'",
    "2:6: " },
  { "a-nul-byte", "printf '{\"a\":\\000}'", "1:6: " },
  { "a-nul-escape", "printf '{\"a\":\"\\\\u0000\"}'", "1:7: " },
  { "a-number-out-of-range", "echo '{\"a\":9223372036854775808}'", "1:6: " },
  { "a-number-with-a-leading-zero", "echo '{\"a\":012}'", "1:6: " },
  { "deep-nesting", "printf '{\"a\":'; head -c 100000 /dev/zero | tr '\\0' '['", "1:*: " },
  { "40-mebibytes", "head -c 41943040 /dev/zero | tr '\\0' ' '", "1:1: " },
  { "no-format", "echo '{\"version\":1}'", "1:1: " },
  { "another-format", "echo '{\"format\":\"text\",\"version\":1}'", "1:11: " },
  { "no-version", "echo '{\"format\":\"vacancy-posting\"}'", "1:11: " },
  { "version-of-another-type", "echo '{\"format\":\"vacancy-posting\",\"version\":\"1\"}'",
    "1:39: " },
  { "version-0", "echo '{\"format\":\"vacancy-posting\",\"version\":0}'", "1:39: " },
  { "not-json-at-all", "echo Hello", "1:1: " },
};

static char *folder;

static void
write_text (const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static int
run_shell (const char *command,
           char      **out,
           char      **err)
{
  const char *arguments[] = { "sh", "-c", command, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (folder, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, out, err,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));

  return WEXITSTATUS (status);
}

static void
fill_folder (void)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autofree char *state = NULL;
  g_autofree char *cache = NULL;

  folder = g_dir_make_tmp ("vacancy-cli-XXXXXX", NULL);
  g_assert_nonnull (folder);
  state = g_strconcat (folder, "-state", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  cache = g_strconcat (folder, "-cache", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  write_text ("e.vacancy", posting);
  write_text ("kept.vacancy", posting);
  write_text ("u.json", unfinished);
  g_assert_cmpint (run_shell ("mkdir out", &out, &err), ==, 0);
}

static void
remove_folder (void)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  g_assert_cmpint (run_shell ("rm -rf \"$PWD\" \"$XDG_STATE_HOME\" \"$XDG_CACHE_HOME\"", &out,
                              &err),
                   ==, 0);
  g_clear_pointer (&folder, g_free);
}

static void
assert_matches (const char *actual,
                const char *pattern)
{
  if (pattern != NULL && !g_pattern_match_simple (pattern, actual))
    g_assert_cmpstr (actual, ==, pattern);   /* fails, and shows both */
}

static void
test_case (gconstpointer data)
{
  const CliCase *row = data;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  int status;

  fill_folder ();
  status = run_shell (row->command, &out, &err);
  assert_matches (err, row->err);
  assert_matches (out, row->out);
  g_assert_cmpint (status, ==, row->status);
  remove_folder ();
}

/* Every command that reads says where and why, with status 2, and leaves the file as it was. */
static void
test_hostile (gconstpointer data)
{
  static const char *const commands[] = {
    "$C check x.json",
    "$C get x.json job.title",
    "$C set x.json job.title=X",
    "$C format -i x.json",
    "$C export --to text,json -o out x.json",
  };
  const HostileCase *row = data;
  g_autofree char *make = g_strdup_printf ("{ %s; } > x.json; cp x.json y.json", row->maker);
  g_autofree char *pattern = g_strdup_printf ("x.json:%s?*.\n", row->place);
  g_autofree char *made_out = NULL;
  g_autofree char *made_err = NULL;

  fill_folder ();
  g_assert_cmpint (run_shell (make, &made_out, &made_err), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *command = g_strdup_printf (
          "%s; s=$?; cmp x.json y.json && ls out && exit $s", commands[i]);
      g_autofree char *out = NULL;
      g_autofree char *err = NULL;
      int status = run_shell (command, &out, &err);

      assert_matches (err, pattern);
      g_assert_cmpuint (strcspn (err, "\n"), ==, strlen (err) - 1);
      g_assert_cmpstr (out, ==, "");
      g_assert_cmpint (status, ==, 2);
    }
  remove_folder ();
}

static void
test_other_locales_change_nothing_in_files (void)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  fill_folder ();
  g_assert_cmpint (run_shell ("LC_ALL=C $C export --to text e.vacancy", &out, &err), ==, 0);
  g_assert_cmpstr (out, ==, exported);
  remove_folder ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_getenv ("VAC_CLI"));
  g_setenv ("C", g_getenv ("VAC_CLI"), TRUE);
  g_setenv ("XDG_DATA_HOME", "/nonexistent", TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/refuses/%s", hostile[i].name);

      g_test_add_data_func (path, &hostile[i], test_hostile);
    }
  g_test_add_func ("/cli/other-locales-change-nothing-in-files",
                   test_other_locales_change_nothing_in_files);

  return g_test_run ();
}
