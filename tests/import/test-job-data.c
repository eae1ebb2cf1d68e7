/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "job-data-cases.h"
#include "support.h"
#include "vac-error.h"
#include "vac-import-private.h"

/* What a draft holds, one line for each part:
 *
 *   title: Line Cook                a fact, as the document holds it
 *   city[1] ~ Paris                 what somebody wrote for it, in the second element of a list
 *   ## responsibilities             a heading that the source has no words for
 *   # You will                      a heading in its words
 *   P Call customers                a paragraph; its label, in brackets, before it
 *   - Call customers                a bullet
 *   ! Not used: industry            a remark */
static const char *
name_role (VacRole role)
{
  switch ((guint) role)
    {
    case VAC_ROLE_EMPLOYMENT_TYPE: return "type";
    case VAC_ROLE_PAY: return "pay";
    case VAC_ROLE_AREA_COUNTRY: return "area-country";
    case VAC_ROLE_AREA_REGION: return "area-region";
    case VAC_ROLE_SKILL_NAME: return "skill";
    case VAC_ROLE_LICENCE_NAME: return "licence";
    case VAC_ROLE_CONTACT_NAME: return "contact";
    case VAC_ROLE_CONTACT_TITLE: return "contact-title";
    case VAC_ROLE_CONTACT_EMAIL: return "contact-email";
    case VAC_ROLE_APPLY_EMAIL: return "apply-email";
    case VAC_ROLE_EMPLOYER_NAME: return "employer";
    default: return vac_schema_get_field (role)->name;
    }
}

static void
describe_part (GString            *out,
               const VacDraftPart *part)
{
  const char *title = vac_heading_get_title ("en", part->heading);

  switch (part->kind)
    {
    case VAC_DRAFT_FACT:
      g_string_append (out, name_role (part->role));
      if (part->index > 0)
        g_string_append_printf (out, "[%u]", part->index);
      g_string_append_printf (out, part->exact ? ": %s" : " ~ %s", part->text);
      break;
    case VAC_DRAFT_HEADING:
      if (part->heading != VAC_HEADING_NONE)
        g_string_append_printf (out, "## %s", title);
      else
        g_string_append_printf (out, "# %s", part->text);
      break;
    case VAC_DRAFT_BULLET:
      g_string_append_printf (out, "- %s", part->text);
      break;
    default:
      g_string_append (out, "P ");
      if (part->label != NULL)
        g_string_append_printf (out, "[%s] ", part->label);
      g_string_append (out, part->text);
    }
  g_string_append_c (out, '\n');
}

static char *
describe_drafts (GPtrArray *drafts)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < drafts->len; i++)
    {
      VacDraft *draft = g_ptr_array_index (drafts, i);
      const char *const *remarks = vac_draft_get_remarks (draft);

      if (i > 0)
        g_string_append (out, "\n");
      if (vac_draft_get_language (draft) != NULL)
        g_string_append_printf (out, "language = %s\n", vac_draft_get_language (draft));
      for (guint j = 0; j < vac_draft_get_n_parts (draft); j++)
        describe_part (out, vac_draft_get_part (draft, j));
      for (guint j = 0; remarks[j] != NULL; j++)
        g_string_append_printf (out, "! %s\n", remarks[j]);
    }

  return g_string_free (out, FALSE);
}

static GPtrArray *
read_text (VacImportKind   kind,
           const char     *text,
           GError        **error)
{
  g_autoptr (GBytes) bytes = support_quoted_bytes (text);

  return vac_import_read (kind, bytes, error);
}

static void
test_read (gconstpointer data)
{
  const JobDataCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = read_text (row->kind, row->text, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe_drafts (drafts);
  support_assert_same_lines (found, row->expected);
}

static void
test_refused (gconstpointer data)
{
  const JobDataCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = read_text (row->kind, row->text, &error);
  g_autofree char *found = NULL;

  g_assert_null (drafts);
  found = vac_error_describe (error, NULL);
  g_assert_cmpstr (found, ==, row->expected);
}

static void
test_told (gconstpointer data)
{
  const JobDataCase *row = data;
  g_autoptr (GBytes) bytes = support_quoted_bytes (row->text);
  g_autoptr (GError) error = NULL;
  g_autoptr (VacJson) json = vac_json_parse_data (bytes, &error);
  VacImportKind kind = VAC_N_IMPORTS;

  g_assert_no_error (error);
  g_assert_cmpint (vac_import_tell_json (json, &kind), ==, row->kind != VAC_N_IMPORTS);
  g_assert_cmpint (kind, ==, row->kind);
}

static void
test_origins (void)
{
  static const char text[] =
    "[{'@type': 'JobPosting', 'title': 'Cook', 'jobLocation': [{'address': 'Ulm'},"
    " {'address': {'addressLocality': 'Bonn'}}], 'responsibilities': ['Cook', 'Wash']}]";
  static const char *const expected[] = {
    "title", "jobLocation[0].address", "jobLocation[1].address.addressLocality",
    "responsibilities", "responsibilities[0]", "responsibilities[1]"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = read_text (VAC_IMPORT_JSON_LD, text, &error);
  VacDraft *draft;

  g_assert_no_error (error);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_cmpuint (vac_draft_get_n_parts (draft), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (vac_draft_get_part (draft, i)->origin, ==, expected[i]);
}

/* A source that has no words for a heading gets those of the posting's language. */
static void
test_languages (void)
{
  static const struct
  {
    const char *text;
    const char *heading;
  } cases[] = {
    { "{'@type': 'JobPosting', 'inLanguage': 'fr', 'jobBenefits': 'Un repas'}", "fr" },
    { "{'@type': 'JobPosting', 'jobBenefits': 'Ein Essen', 'description': 'Wir suchen eine Köchin,"
      " die mit uns und für die Gäste kocht und auch einmal am Abend in der Küche ist.'}", "de" },
    { "{'@type': 'JobPosting', 'jobBenefits': 'x'}", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) drafts = read_text (VAC_IMPORT_JSON_LD, cases[i].text, &error);
      guint at = 0;

      g_assert_no_error (error);
      while (vac_draft_get_part (g_ptr_array_index (drafts, 0), at)->kind != VAC_DRAFT_HEADING)
        at++;
      g_assert_cmpstr (vac_draft_get_part (g_ptr_array_index (drafts, 0), at)->text, ==,
                       vac_heading_get_title (cases[i].heading, VAC_HEADING_BENEFITS));
    }
}

static void
test_blocks_of_a_page (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } blocks[] = {
    { "{'@type': 'BreadcrumbList', 'itemListElement': []}", "" },
    { "not data at all", "" },
    { "", "" },
    { "\n<!--\n{'@type': 'JobPosting', 'title': 'Cook'}\n-->\n",
      "title: Cook\n! The marks of a comment around the data were left out.\n" },
    { "{'@graph': [{'@type': 'WebPage', 'mainEntity': {'@type': ['JobPosting'],"
      " 'title': 'Waiter'}}]}", "title: Waiter\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr (GPtrArray) drafts =
          g_ptr_array_new_with_free_func ((GDestroyNotify) vac_draft_free);
      g_autoptr (GBytes) bytes = support_quoted_bytes (blocks[i].text);
      const gboolean any = vac_import_page_data (g_bytes_get_data (bytes, NULL),
                                                 g_bytes_get_size (bytes), drafts);
      g_autofree char *found = describe_drafts (drafts);

      g_assert_cmpint (any, ==, *blocks[i].expected != '\0');
      g_assert_cmpstr (found, ==, blocks[i].expected);
    }
}

/* A list of 200,000 places is no list of places; a posting has as many as are read of it. */
static void
test_endless_lists (void)
{
  g_autoptr (GString) text = g_string_new ("{'@type': 'JobPosting', 'jobLocation': [");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "%s{'address': 'Town %u'}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  drafts = read_text (VAC_IMPORT_JSON_LD, text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vac_draft_get_n_parts (g_ptr_array_index (drafts, 0)), <, 2001);
}

static void
test_board_of_a_thousand (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      g_string_append_printf (text,
                              "%s{'text': 'Job %u', 'categories': {'location':"
                              " 'Ulm'}, 'description': '", i > 0 ? "," : "", i);
      for (guint j = 0; j < 40; j++)
        g_string_append (text, "<p>We look for somebody who likes the work as much as we do.</p>");
      g_string_append (text, "', 'lists': [{'text': 'You will', 'content': '");
      for (guint j = 0; j < 12; j++)
        g_string_append (text, "<li>Care for customers who ask for more than they want</li>");
      g_string_append (text, "'}]}");
    }
  g_string_append (text, "]");
  g_test_timer_start ();
  drafts = read_text (VAC_IMPORT_LEVER, text->str, &error);
  g_test_message ("1,000 jobs: %.3f s", g_test_timer_elapsed ());
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1000);
}

static void
add_cases (const char        *group,
           const JobDataCase *cases,
           gsize              n_cases,
           GTestDataFunc      test)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/job-data/%s/%s", group, cases[i].name);

      g_test_add_data_func (path, &cases[i], test);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("json-ld", json_ld_cases, G_N_ELEMENTS (json_ld_cases), test_read);
  add_cases ("repaired", repaired_cases, G_N_ELEMENTS (repaired_cases), test_read);
  add_cases ("boards", board_cases, G_N_ELEMENTS (board_cases), test_read);
  add_cases ("refused", refused_cases, G_N_ELEMENTS (refused_cases), test_refused);
  add_cases ("told", told_cases, G_N_ELEMENTS (told_cases), test_told);
  g_test_add_func ("/job-data/each-part-names-its-member", test_origins);
  g_test_add_func ("/job-data/headings-are-in-the-language-of-the-posting", test_languages);
  g_test_add_func ("/job-data/a-page-has-blocks-of-any-kind", test_blocks_of_a_page);
  g_test_add_func ("/job-data/an-endless-list-is-cut-off", test_endless_lists);
  g_test_add_func ("/job-data/a-board-of-a-thousand-jobs-is-read", test_board_of_a_thousand);

  return g_test_run ();
}
