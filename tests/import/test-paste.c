/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-import-paste.h"

/* What somebody copied, for a list and for prose. */

typedef struct
{
  const char *name;
  const char *text;
  const char *lines[20];
} Case;

/* For a list, from HTML. */
static const Case html_cases[] = {
  { "a-list-by-word-without-conditions",
    "<html><body><!--StartFragment--><p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 "
    "lfo1'><span style='font-family:Symbol'>·"
    "<span>&nbsp;&nbsp;&nbsp; </span></span>Check tyres &amp; brakes<o:p></o:p></p><p "
    "class=MsoListParagraphCxSpLast style='mso-list:l0 "
    "level2 lfo1'><span style='font-family:\"Courier New\"'>o<span>&nbsp;&nbsp; "
    "</span></span><b>Log</b> the mileage</p><!--EndFragment--></body></html>",
    { "Check tyres & brakes", "Log the mileage" } },
  { "a-list-by-word",
    "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if "
    "!supportLists]><span style='mso-list:\nIgnore'>3."
    "<span>&nbsp;&nbsp;</span></span><![endif]>3. Juli</p><p class=MsoNormal>After</p>",
    { "3. Juli", "After" } },
  { "numbers-by-word-without-conditions",
    "<p style='mso-list:l1 level1'><span>3.<span>&nbsp;&nbsp; </span></span>one</p><p "
    "style='mso-list:l1 level1'><span>7)<span>&nbsp;</span></span>two</p>",
    { "one", "two" } },
  { "a-name-at-the-start-of-an-item-by-word-is-no-number",
    "<p style='mso-list:l1 level1'>R&amp;D<span>&nbsp;</span>team</p><p style='mso-list:l1 "
    "level1'>two</p>",
    { "R&D\xc2\xa0team", "two" } },
  { "elements-of-a-list", "<ul><li>one<ul><li><p>two</p><li>  three\n  times </ul></ul><ol><li>1.5 "
    "years<li>3. Juli</ol>",
    { "one", "two", "three times", "1.5 years", "3. Juli" } },
  { "paragraphs-with-bullets", "<p>• one</p><div>• two<br>• three</div><h2>Four</h2>", { "one",
    "two", "three", "Four" } },
  { "what-is-not-seen", "<head><title>x</title><style>p{}</style></head><body><script>"
    "alert(1)</script><p>one<!-- two --></p>", { "one" } },
  { "rows-of-a-table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", { "a b",
    "c d" } },
  { "lines-of-a-listing", "<pre>one\ntwo\n</pre>", { "one", "two" } },
  { "a-list-by-google-docs",
    "<meta charset=\"utf-8\"><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><ul>"
    "<li dir=\"ltr\" style=\"list-style-type:disc\" aria-level=\"1\"><p dir=\"ltr\" "
    "role=\"presentation\"><span style=\"font-weight:700\">Maths:</span><span "
    "style=\"font-weight:400\"> teach year 4</span></p></li><ul><li aria-level=\"2\"><p><span "
    "style=\"font-weight:400\">Set and mark tests</span></p></li></ul></ul></b>",
    { "Maths: teach year 4", "Set and mark tests" } },
  { "bullets-typed-in-outlook",
    "<p class=MsoNormal><span style='font-family:Symbol'>·</span><span>&nbsp;&nbsp;&nbsp;&nbsp; "
    "</span>Plan routes<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>"
    "·&nbsp;&nbsp; Check tyres<o:p></o:p></p>",
    { "Plan routes", "Check tyres" } },
  { "a-mail-that-is-quoted",
    "<div>&gt; • Plan routes<br>&gt; • Check tyres<br>&gt; • Log the mileage</div><blockquote><ul>"
    "<li>Wash the van</li></ul></blockquote>",
    { "Plan routes", "Check tyres", "Log the mileage", "Wash the van" } },
  { "a-heading-and-a-nested-list-of-a-page",
    "<h3>Your tasks</h3><ol><li>Kitchen<ul><li>Cook <em>lunch</em></li><li>Order<br>food</li></ul>"
    "</li><li><a href='x'>Bar</a></li></ol>",
    { "Your tasks", "Kitchen", "Cook lunch", "Order food", "Bar" } },
  { "numbers-over-several-paragraphs", "<p>1. one</p><p>2. two</p><p>2.5 years</p>",
    { "one", "two", "2.5 years" } },
  { "entities", "<li>R&amp;D &#8211; &euro;5&nbsp;k &lt;b&gt; &unknown;", {
    "R&D – €5\xc2\xa0k <b> &unknown;" } },
  { "no-markup-at-all", "just text", { "just text" } },
  { "half-a-page", "<ul><li>one</li><li><b>two", { "one", "two" } },
  { "nothing", "", { NULL } },
};

/* For a list, from plain text. */
static const Case text_cases[] = {
  { "the-levels-of-word-are-dropped",
    "·\tPlan daily routes\r\no\tCheck load weights\r\n§\tKeep the log\r\n",
    { "Plan daily routes", "Check load weights", "Keep the log" } },
  { "a-bullet-that-a-pdf-broke-is-one",
    "• Plan the daily routes of twelve vans and their drivers, together with\n"
    "the dispatcher\n"
    "• Check tyres",
    { "Plan the daily routes of twelve vans and their drivers, together with the dispatcher",
      "Check tyres" } },
  { "a-broken-word-is-mended",
    "• Plan the daily routes of twelve vans and of their drivers, in coopera-\n"
    "  tion with the dispatcher and with the customers who want their goods\n"
    "  early, and keep the log\n"
    "• Check tyres",
    { "Plan the daily routes of twelve vans and of their drivers, in cooperation with the "
      "dispatcher and with the customers who want their goods early, and keep the log",
      "Check tyres" } },
  { "paragraphs-that-a-pdf-broke-are-elements",
    "You plan the daily routes of twelve vans and of their drivers, together\n"
    "with the dispatcher, and you keep the log of what they drove and when\n"
    "they were late.\n"
    "\n"
    "You check the tyres.",
    { "You plan the daily routes of twelve vans and of their drivers, together with the "
      "dispatcher, and you keep the log of what they drove and when they were late.",
      "You check the tyres." } },
  { "long-lines-that-somebody-wrote-stay",
    "Plans the daily routes of twelve vans and of their drivers by himself\n"
    "Checks the tyres and the brakes of every van before it leaves the yard\n"
    "Keeps the log of what was driven and of when the goods were delivered\n"
    "Answers for the vans",
    { "Plans the daily routes of twelve vans and of their drivers by himself",
      "Checks the tyres and the brakes of every van before it leaves the yard",
      "Keeps the log of what was driven and of when the goods were delivered",
      "Answers for the vans" } },
  { "long-lines-in-small-letters-stay",
    "plan the daily routes of twelve vans and of their drivers all by yourself\n"
    "check the tyres and the brakes of every van before it leaves the yard now\n"
    "wash the vans\n"
    "keep the log of what was driven and of when the goods were delivered too",
    { "plan the daily routes of twelve vans and of their drivers all by yourself",
      "check the tyres and the brakes of every van before it leaves the yard now",
      "wash the vans",
      "keep the log of what was driven and of when the goods were delivered too" } },
  { "a-heading-below-a-long-bullet-stays",
    "• Plan the daily routes of twelve vans and their drivers by yourself now\n"
    "What you bring\n"
    "• A licence to drive all of the vans that we have in the yard, and more\n"
    "• Patience",
    { "Plan the daily routes of twelve vans and their drivers by yourself now", "What you bring",
      "A licence to drive all of the vans that we have in the yard, and more", "Patience" } },
  { "quotes-lose-their-marks", ">> • one\n>> • two\n> three\n>\n> four", { "one", "two", "three",
    "four" } },
  { "signs-of-numbers-stay", "> 10 years\n> 5 drivers", { "> 10 years", "> 5 drivers" } },
};

typedef struct
{
  const char *name;
  const char *text;
  const char *prose;
} ProseCase;

static const ProseCase prose_cases[] = {
  { "paragraphs-are-apart",
    "<h2>About us</h2><p>We bake\n bread.</p>\n<p>Since 1950<br>in Leeds</p>",
    "About us\n\nWe bake bread.\n\nSince 1950\nin Leeds" },
  { "elements-of-a-list-are-lines",
    "<p>We offer:</p><ul><li>bread<ul><li>cake</li></ul></li><li>- rolls</li></ul><p>Come!</p>",
    "We offer:\n\nbread\ncake\nrolls\n\nCome!" },
  { "rows-of-a-table-are-lines",
    "<table><tr><th>Day</th><th>Hours</th></tr><tr><td>Monday</td><td>9–17</td></tr></table>",
    "Day Hours\nMonday 9–17" },
  { "labels-stay-words", "<p><strong>Pay:</strong> £30,000</p><p><b>Place</b>: Leeds</p>",
    "Pay: £30,000\n\nPlace: Leeds" },
  { "word",
    "<html><head><style>p{}</style></head><body><!--StartFragment--><p class=MsoNormal>We bake"
    "<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if "
    "!supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;"
    "&nbsp; </span></span></span><![endif]>bread</p><p class=MsoListParagraph style='mso-list:l0 "
    "level2 lfo1'><span>o<span>&nbsp;&nbsp; </span></span>cake</p><!--EndFragment--></body>",
    "We bake\n\nbread\ncake" },
  { "google-docs",
    "<b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\"><span "
    "style=\"font-weight:400\">We bake </span><span style=\"font-weight:700\">bread</span><span "
    "style=\"font-weight:400\">.</span></p><br /><p dir=\"ltr\"><span "
    "style=\"font-weight:400\">Come!</span></p></b>",
    "We bake bread.\n\nCome!" },
  { "outlook",
    "<div class=WordSection1><p class=MsoNormal>Hello,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;"
    "</o:p></p><p class=MsoNormal>·&nbsp;&nbsp;&nbsp; bread<o:p></o:p></p><p class=MsoNormal>"
    "·&nbsp;&nbsp;&nbsp; cake<o:p></o:p></p></div>",
    "Hello,\n\nbread\ncake" },
  { "a-mail-that-is-quoted",
    "<p>&gt; We bake<br>&gt; bread.<br>&gt;<br>&gt; Come!</p><blockquote>Thanks</blockquote>",
    "We bake\nbread.\n\nCome!\n\nThanks" },
  { "lines-that-a-mail-program-broke",
    "<pre>We bake bread for all of Leeds, and have done so since the year of\n"
    "1950, in an oven that my grandfather built with his own hands and with\n"
    "bricks of clay.\n</pre>",
    "We bake bread for all of Leeds, and have done so since the year of 1950, in an oven that my "
    "grandfather built with his own hands and with bricks of clay." },
  { "scripts-are-not-seen", "<script>alert(1)</script><p hidden>x</p>one", "one" },
  { "nothing", "<p> </p>", "" },
};

static const ProseCase prose_text_cases[] = {
  { "lines-that-a-program-broke",
    "We bake bread for all of Leeds, and have done so since the year of\r\n"
    "1950, in an oven that my grandfather built. It is our most eye-catch-\r\n"
    "ing piece, and the bread of the town.\r\n"
    "\r\n"
    "Come!",
    "We bake bread for all of Leeds, and have done so since the year of 1950, in an oven that my "
    "grandfather built. It is our most eye-catching piece, and the bread of the town.\n\nCome!" },
  { "lines-in-german",
    "Wir backen Brot für ganz Leeds und das schon seit dem Jahr 1950, in\n"
    "Öfen, die mein Großvater gebaut hat. Wir suchen für die Früh- und Nacht-\n"
    "Schicht jemanden, der gerne früher aufsteht, und der mit uns die Sonn-\n"
    "und Feiertage teilt.",
    "Wir backen Brot für ganz Leeds und das schon seit dem Jahr 1950, in Öfen, die mein Großvater "
    "gebaut hat. Wir suchen für die Früh- und Nacht-Schicht jemanden, der gerne früher aufsteht, "
    "und der mit uns die Sonn- und Feiertage teilt." },
  { "lines-in-dutch",
    "Wij bakken het brood voor de hele stad en dat al sinds het jaar 1950, in\n"
    "een oven die mijn opa zelf heeft gebouwd. Wij zoeken iemand voor de zon-\n"
    "en feestdagen die vroeg uit bed komt en met ons aan de oven wil gaan wer-\n"
    "ken.",
    "Wij bakken het brood voor de hele stad en dat al sinds het jaar 1950, in een oven die mijn "
    "opa zelf heeft gebouwd. Wij zoeken iemand voor de zon- en feestdagen die vroeg uit bed komt "
    "en met ons aan de oven wil gaan werken." },
  { "marks-and-rules-stay-as-they-are", "About\n=====\n1. one\n 2. two\n\n\n- three\n",
    "About\n=====\n1. one\n 2. two\n\n\n- three\n" },
  { "marks-stay-where-lines-are-joined",
    "We bake bread for all of Leeds, and have done so since the year of\n"
    "1950, in an oven that my grandfather built with his own hands and\n"
    "stones.\n"
    "- one\n"
    "- two",
    "We bake bread for all of Leeds, and have done so since the year of 1950, in an oven that my "
    "grandfather built with his own hands and stones.\n- one\n- two" },
  { "lines-that-somebody-wrote-stay",
    "12 Mill Lane\nLeeds\nEngland", "12 Mill Lane\nLeeds\nEngland" },
  { "unusual-marks-begin-lines",
    "~ We bake bread for all of Leeds, and have done so since that year 1950!\n"
    "~ Our oven was built by my grandfather with his own hands and stones now\n"
    "~ Come to us on Mill Lane, or write to the bakery before the month is out",
    "~ We bake bread for all of Leeds, and have done so since that year 1950!\n"
    "~ Our oven was built by my grandfather with his own hands and stones now\n"
    "~ Come to us on Mill Lane, or write to the bakery before the month is out" },
  { "quotes-lose-their-marks", "On Monday, Ann wrote:\n> We bake\n>\n> > bread.\n>Come!",
    "On Monday, Ann wrote:\nWe bake\n\nbread.\nCome!" },
  { "two-lines-of-a-quote", "> We bake\n> bread.", "We bake\nbread." },
  { "blank-text", " \n", " \n" },
};

static void
assert_lines (GStrv       lines,
              const Case *row)
{
  for (guint i = 0; lines[i] != NULL || row->lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, row->lines[i]);
}

static void
test_text (gconstpointer data)
{
  const Case *row = data;
  g_auto (GStrv) lines = vac_import_split_text (row->text);

  assert_lines (lines, row);
}

/* A list is one by its elements, or by the marks that somebody typed. */
static void
test_html (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GBytes) html = g_bytes_new_static (row->text, strlen (row->text));
  gboolean is_list = FALSE;
  g_auto (GStrv) lines = vac_import_split_html (html, &is_list);

  assert_lines (lines, row);
  g_assert_cmpint (is_list, ==,
                   strstr (row->text, "<li") != NULL || strstr (row->text, "mso-list") != NULL ||
                       strstr (row->text, "•") != NULL || strstr (row->text, "·") != NULL);
}

static void
test_prose (gconstpointer data)
{
  const ProseCase *row = data;
  g_autoptr (GBytes) html = g_bytes_new_static (row->text, strlen (row->text));
  g_autofree char *prose = vac_import_prose_html (html);

  g_assert_cmpstr (prose, ==, row->prose);
}

static void
test_prose_text (gconstpointer data)
{
  const ProseCase *row = data;
  g_autofree char *prose = vac_import_prose_text (row->text);

  g_assert_cmpstr (prose, ==, row->prose);
}

/* Returns: (nullable): the only line of some bytes */
static char *
read_line (const char *data,
           gsize       length)
{
  g_autoptr (GBytes) html = g_bytes_new (data, length);
  gboolean is_list = FALSE;
  g_auto (GStrv) lines = vac_import_split_html (html, &is_list);

  g_assert_cmpuint (g_strv_length (lines), <=, 1);

  return g_strdup (lines[0]);
}

static void
test_bytes (void)
{
  static const char wide[] = "\xff\xfe<\0p\0>\0\xe4\0<\0/\0p\0>\0";
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *line = read_line (wide, sizeof wide - 1);
  g_autofree char *broken = read_line ("<p>a\xff\0b", 7);
  g_autofree char *none = NULL;

  g_assert_cmpstr (line, ==, "ä");
  g_assert_true (g_utf8_validate (broken, -1, NULL));

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<b>");
  g_string_append (deep, "deep");
  none = read_line (deep->str, deep->len);
}

/* Rather nothing than a part: the plain text of the same has all of it. */
static void
test_most (void)
{
  g_autoptr (GString) text = g_string_new ("<ul>");
  g_autoptr (GBytes) html = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *prose = NULL;
  gboolean is_list = TRUE;

  for (guint i = 0; i < 30000; i++)
    g_string_append (text, "<li>a line");
  html = g_bytes_new (text->str, text->len);
  lines = vac_import_split_html (html, &is_list);
  g_assert_null (lines[0]);
  g_assert_false (is_list);
  prose = vac_import_prose_html (html);
  g_assert_cmpstr (prose, ==, "");
}

static void
add_prose (const char       *folder,
           const ProseCase  *rows,
           gsize             n_rows,
           GTestDataFunc     test)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat (folder, rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test);
    }
}

static void
add_lists (const char    *folder,
           const Case    *rows,
           gsize          n_rows,
           GTestDataFunc  test)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat (folder, rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_lists ("/paste/list/html/", html_cases, G_N_ELEMENTS (html_cases), test_html);
  add_lists ("/paste/list/text/", text_cases, G_N_ELEMENTS (text_cases), test_text);
  add_prose ("/paste/prose/html/", prose_cases, G_N_ELEMENTS (prose_cases), test_prose);
  add_prose ("/paste/prose/text/", prose_text_cases, G_N_ELEMENTS (prose_text_cases),
             test_prose_text);
  g_test_add_func ("/paste/html/any-bytes-are-read", test_bytes);
  g_test_add_func ("/paste/html/more-than-can-be-read-is-not-read-in-part", test_most);

  return g_test_run ();
}
