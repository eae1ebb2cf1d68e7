/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-paste.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *lines[20];
} Case;

static const Case cases[] = {
  { "a-line-is-an-element", "one\ntwo", { "one", "two" } },
  { "any-line-end-counts", "one\r\ntwo\rthree\xe2\x80\xa9" "four", { "one", "two", "three",
    "four" } },
  { "empty-lines-are-dropped", "\n one \n\n\t\ntwo\n", { "one", "two" } },
  { "bullets-are-dropped", "• one\n‣two\n\xc2\xb7 three", { "one", "two", "three" } },
  { "dashes-are-dropped", "- one\n– two\n— three\n* four", { "one", "two", "three", "four" } },
  { "numbers-are-dropped", "1. one\n12) two", { "one", "two" } },
  { "no-break-spaces-are-dropped", "\xc2\xa0•\xc2\xa0one\xc2\xa0", { "one" } },
  { "minus-signs-and-decimals-stay", "-5 degrees\n1.5 years\n3–5 years", { "-5 degrees",
    "1.5 years", "3–5 years" } },
  { "years-stay", "2025. A year", { "2025. A year" } },
  { "a-bullet-alone-is-nothing", "•\n- \n3.", { NULL } },
  { "blank-text-is-nothing", " \n\t", { NULL } },

  { "the-levels-of-word-are-dropped",
    "·\tPlan daily routes\r\no\tCheck load weights\r\no\tReport defects\r\n§\tKeep the "
    "log\r\n·\tTrain new drivers\r\n",
    { "Plan daily routes", "Check load weights", "Report defects", "Keep the log",
      "Train new drivers" } },
  { "wingdings-are-dropped",
    "Ø\tLift up to 25 kg\r\nü\tForklift licence\r\nv\tShift work\r\nq\tFirst aid\r\nn\tNight "
    "shifts\r\n",
    { "Lift up to 25 kg", "Forklift licence", "Shift work", "First aid", "Night shifts" } },
  { "wingdings-of-private-use-are-dropped", "\xef\x82\xb7\tone\n\xef\x82\xa7 "
    "two\n\xef\x83\x98\tthree\n\xef\x83\xbc four",
    { "one", "two", "three", "four" } },
  { "the-levels-of-word-are-dropped-before-several-blanks",
    "o   one\no\xc2\xa0\xc2\xa0two\n§  three", { "one", "two", "three" } },
  { "letters-that-are-words-stay", "o o o\nv for victory\nØ 40 hours\n§ 5 of the act\na  word", {
    "o o o", "v for victory", "Ø 40 hours", "§ 5 of the act", "a  word" } },
  { "cells-of-a-table-stay", "C\tSystems\nR\tStatistics\n€\t100\n4\tYears", { "C\tSystems",
    "R\tStatistics", "€\t100", "4\tYears" } },
  { "numbered-levels-are-dropped",
    "1.\tAssess patients\r\n1.1.\tOn admission\r\n1.2\tEvery 4 hours\r\na.\tRecord "
    "vitals\r\nb)\tCall the doctor\r\n"
    "i.\tWithin 5 minutes\r\nii)\tBy pager\r\n(1) Hand over\r\n(a) In writing\r\n10. Close "
    "file\r\nA.\tAudit\r\n",
    { "Assess patients", "On admission", "Every 4 hours", "Record vitals", "Call the doctor",
      "Within 5 minutes", "By pager",
      "Hand over", "In writing", "Close file", "Audit" } },
  { "check-boxes-are-dropped",
    "* Teach year 4\r\n   * Maths\r\n   * Science\r\n* Lead assembly\r\n\r\n\r\n- [ ] Pass "
    "safeguarding check\r\n☐ DBS certificate\r\n☑ QTS\r\n[x] Done\n- [X] Too\n☒ No",
    { "Teach year 4", "Maths", "Science", "Lead assembly", "Pass safeguarding check",
      "DBS certificate", "QTS", "Done", "Too", "No" } },
  { "invisible-marks-hide-no-bullet",
    "•\xe2\x80\x8b Donau\xc2\xad" "dampf\xc2\xad" "schiff\n\xe2\x80\x8b•\xc2\xa0 "
    "Zero\xe2\x80\x8bwidth\n\xef\xbb\xbf• BOM first\n"
    "\xe2\x80\x8e• LRM first\n•\xe2\x81\xa0 Word joiner\n•\xe2\x80\xafNarrow",
    { "Donau\xc2\xad" "dampf\xc2\xad" "schiff", "Zero\xe2\x80\x8bwidth", "BOM first", "LRM first",
      "Word joiner", "Narrow" } },
  { "right-to-left-lists",
    "• رعاية المرضى\n\xe2\x80\x8f• كتابة التقارير\n\xe2\x80\xab• عمل ليلي\xe2\x80\xac\n١. "
    "تقييم\n٢. متابعة\n• לטפל בחולים – 12 שעות",
    { "رعاية المرضى", "كتابة التقارير", "عمل ليلي", "تقييم", "متابعة", "לטפל בחולים – 12 שעות" } },
  { "every-sort-of-line-end",
    "• One\xe2\x80\xa8• Two\xe2\x80\xa9• Three\v• Four\f• Five\r• Six\xc2\x85• Seven",
    { "One", "Two", "Three", "Four", "Five", "Six", "Seven" } },
  { "what-only-looks-like-a-mark-stays",
    "-5 °C cold rooms\n1.5 years of experience\n3-5 years driving\n5+ years nursing\n10 days "
    "leave\n2024. was a good year\n"
    "- 10 % travel\n* required\n401(k) match\n1) first\n3. Juli start\no o o\nI. Vorsitz\n·5 FTE",
    { "-5 °C cold rooms", "1.5 years of experience", "3-5 years driving", "5+ years nursing",
      "10 days leave",
      "2024. was a good year", "10 % travel", "required", "401(k) match", "1) first",
      "3. Juli start", "o o o", "I. Vorsitz",
      "·5 FTE" } },
  { "bullets-in-one-line-are-lines", "• Pick orders • Pack orders • Load trucks", { "Pick orders",
    "Pack orders", "Load trucks" } },
  { "bullets-within-a-line-stay", "Python • Java • Go\n▪ A • B\n·5 · 6", { "Python • Java • Go",
    "A • B", "·5 · 6" } },

  { "marks-of-the-web", "◦ a\n▪ b\n▸ c\n► d\n▶ e\n➢ f\n➤ g\n→ h\n✓ i\n✔️ j\n✗ k\n❖ l\n◆ m\n◇ n\n● "
    "o\n○ p\n■ q\n□ r",
    { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r" } },
  { "more-marks-of-the-web", "★ a\n☆ b\n– c\n— d\n· e\n• f\n‣ g\n⁃ h\n∙ i\n⚫ j\n⦿ k\n» l\n› m\n⇒ "
    "n\n✦ o\n⬤ p\n🔹 q\n✅ r\n・s",
    { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r",
      "s" } },
  { "ratings-stay", "★★★★☆ hotel\n●●●○ English", { "★★★★☆ hotel", "●●●○ English" } },
  { "arrows-without-a-blank-stay", "→5 people\n>10 years\n+49 30 1234\n*nix", { "→5 people",
    ">10 years", "+49 30 1234", "*nix" } },
  { "rare-marks", "❌ a\n♦ b\n☞ c\n※ d\n⋆ e\n🞄 f\n① g\n⒉ h\n❸ i\n－ j\n⏵ k", { "a", "b", "c", "d",
    "e", "f", "g", "h", "i", "j", "k" } },
  { "signs-of-numbers-stay", "> 10 years\n+ 20 %\n− 5 °C", { "> 10 years", "+ 20 %", "− 5 °C" } },
  { "dashes-without-blanks-on-every-line", "-one\n-two", { "one", "two" } },
  { "dashes-without-blanks-on-some-lines-stay", "-one\ntwo\n-5", { "-one", "two", "-5" } },
  { "common-signs-before-digits-stay", "-5 °C\n-10 °C", { "-5 °C", "-10 °C" } },
  { "signs-of-law-stay", "© 2024\n© 2025", { "© 2024", "© 2025" } },
  { "other-forms-of-numbers", "1.) one\n2.) two\n3.) three", { "one", "two", "three" } },
  { "french-numbers", "1- un\n2- deux\n3- trois", { "un", "deux", "trois" } },
  { "wide-numbers", "１．一\n２．二\n３．三", { "一", "二", "三" } },
  { "wide-parentheses", "（1）一\n（2）二", { "一", "二" } },
  { "spans-stay", "9-17 h\n3- und 4-jährig\n24/7", { "9-17 h", "3- und 4-jährig", "24/7" } },
  { "a-picture-on-every-line-is-a-bullet", "👉 one\n👉 two", { "one", "two" } },
  { "pictures-that-differ-stay", "🚀 one\n☕ two", { "🚀 one", "☕ two" } },

  { "a-series-under-a-heading", "Duties\n1. one\nstill one\n2. two\n3. three", { "Duties", "one",
    "still one", "two", "three" } },
  { "an-excerpt-of-a-series", "4. one\n5. two\n6. three", { "one", "two", "three" } },
  { "letters-in-a-row", "a) one\nb) two\nc) three", { "one", "two", "three" } },
  { "roman-numbers-in-a-row", "i. one\nii. two\niii. three\niv. four", { "one", "two", "three",
    "four" } },
  { "capital-roman-numbers-in-a-row", "I. one\nII. two", { "one", "two" } },
  { "an-outline", "1. one\n1.1 two\n1.2 three\n2. four\n2.1 five", { "one", "two", "three", "four",
    "five" } },
  { "a-series-that-begins-again", "1. one\n2. two\n1. three\n2. four", { "one", "two", "three",
    "four" } },
  { "the-numbers-of-markdown", "1. one\n1. two\n1. three", { "one", "two", "three" } },
  { "days-stay", "3. Juli start\n15. August end", { "3. Juli start", "15. August end" } },
  { "days-among-other-lines-stay", "Start\n3. Juli\n15. August\n30. September", { "Start",
    "3. Juli", "15. August", "30. September" } },
  { "decimals-stay", "1.5 years\n2.5 years\n1.1 million users", { "1.5 years", "2.5 years",
    "1.1 million users" } },
  { "a-decimal-among-numbers-stays", "1. one\n2. two\n2.5 years", { "one", "two", "2.5 years" } },
  { "a-number-among-bullets", "• one\n2. two\n- three", { "one", "two", "three" } },
  { "a-day-under-bullets-and-a-heading-stays", "When\n• Start\n3. Juli", { "When", "Start",
    "3. Juli" } },
  { "a-lone-number-stays", "3. Juli", { "3. Juli" } },
  { "a-year-and-a-retirement-plan-stay", "2024. was\n401(k) match\n(k) plan", { "2024. was",
    "401(k) match", "(k) plan" } },
  { "markup-is-text", "<b>one</b>\n&amp; two", { "<b>one</b>", "&amp; two" } },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_auto (GStrv) lines = vac_paste_split (row->text);

  for (guint i = 0; lines[i] != NULL || row->lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, row->lines[i]);
}

static void
test_tidy (void)
{
  g_autofree char *line = vac_paste_tidy ("a\r\nb\vc\xe2\x80\xa8" "d\x01\x1b<b>", TRUE);
  g_autofree char *lines = vac_paste_tidy ("a\r\nb\vc\xe2\x80\xa8" "d\te\x07\xc2\x85", FALSE);

  g_assert_cmpstr (line, ==, "a b c d<b>");
  g_assert_cmpstr (lines, ==, "a\nb\nc\nd\te\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paste/text/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/paste/tidy/other-fields-get-line-ends-of-one-sort", test_tidy);

  return g_test_run ();
}
