/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "fuzz.h"
#include "vac-import-private.h"

/* Damaged data of other programs. Whatever is read of them are parts that a posting can hold, each
 * with its place; the rest is refused with a sentence. */

static const char *seeds[] = {
  "import/corpus/25-dental-hygienist.jsonld", "import/corpus/26-kita.jsonld",
  "import/corpus/27-klantenservice.jsonld", "import/corpus/28-senior-accountant.json",
  "import/corpus/29-solstice-board.json", "import/corpus/30-maintenance-engineer.json",
  "import/corpus/31-carrier-sales.json", "import/corpus/33-desarrollo-movil.json",
  "import/corpus/34-product-designer.json", "import/corpus/35-tonwerk-jobs.json",
  "import/corpus/36-librarian.json", NULL
};

static void
assert_text (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (*text, !=, '\0');
  g_assert_false (g_ascii_isspace (text[0]));
  g_assert_false (g_ascii_isspace (text[strlen (text) - 1]));
}

static void
assert_draft (VacDraft *draft)
{
  const char *const *remarks = vac_draft_get_remarks (draft);

  for (guint i = 0; i < vac_draft_get_n_parts (draft); i++)
    {
      const VacDraftPart *part = vac_draft_get_part (draft, i);

      /* A heading without words ends a section. */
      if (part->kind == VAC_DRAFT_HEADING && *part->text == '\0')
        continue;
      if (part->label == NULL)
        assert_text (part->text);
      g_assert_nonnull (part->origin);
      g_assert_true (g_utf8_validate (part->origin, -1, NULL));
      if (part->kind == VAC_DRAFT_FACT)
        g_assert_nonnull (vac_schema_get_field (part->role));
      g_assert_cmpuint (part->index, <=, vac_draft_get_n_parts (draft));
    }
  for (guint i = 0; remarks[i] != NULL; i++)
    assert_text (remarks[i]);
}

/* Returns: whether it was read */
static gboolean
read_damaged (VacImportKind  kind,
              GBytes        *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = vac_import_read (kind, bytes, &error);

  if (drafts == NULL)
    {
      g_assert_nonnull (error);
      assert_text (error->message);
      return FALSE;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, >, 0);
  for (guint i = 0; i < drafts->len; i++)
    assert_draft (g_ptr_array_index (drafts, i));

  return TRUE;
}

static void
test_any_data_are_read_or_refused (void)
{
  Fuzz fuzz;
  guint n_read = 0;

  fuzz_init (&fuzz, seeds);
  for (guint i = 0; i < 4 * fuzz_n_rounds (); i++)
    {
      g_autoptr (GBytes) bytes = fuzz_make_bytes (&fuzz, FALSE);
      g_autoptr (VacJson) json = vac_json_parse_data (bytes, NULL);
      VacImportKind told = VAC_N_IMPORTS;

      for (VacImportKind kind = VAC_IMPORT_JSON_LD; kind <= VAC_IMPORT_JSON_RESUME; kind++)
        n_read += read_damaged (kind, bytes);
      if (json != NULL && vac_import_tell_json (json, &told))
        g_assert_cmpint (told, <=, VAC_IMPORT_JSON_RESUME);
    }
  g_assert_cmpuint (n_read, >, fuzz_n_rounds () / 4);
  fuzz_clear (&fuzz);
}

static void
test_any_block_of_a_page_is_read_or_passed_over (void)
{
  Fuzz fuzz;

  fuzz_init (&fuzz, seeds);
  for (guint i = 0; i < 4 * fuzz_n_rounds (); i++)
    {
      g_autoptr (GPtrArray) drafts =
          g_ptr_array_new_with_free_func ((GDestroyNotify) vac_draft_free);
      g_autoptr (GBytes) bytes = fuzz_make_bytes (&fuzz, FALSE);
      const gboolean any = vac_import_page_data (g_bytes_get_data (bytes, NULL),
                                                 g_bytes_get_size (bytes), drafts);

      g_assert_cmpint (any, ==, drafts->len > 0);
      for (guint j = 0; j < drafts->len; j++)
        assert_draft (g_ptr_array_index (drafts, j));
    }
  fuzz_clear (&fuzz);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz-job-data/any-data-are-read-or-refused",
                   test_any_data_are_read_or_refused);
  g_test_add_func ("/fuzz-job-data/any-block-of-a-page-is-read-or-passed-over",
                   test_any_block_of_a_page_is_read_or_passed_over);

  return g_test_run ();
}
