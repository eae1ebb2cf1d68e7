/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "fuzz.h"
#include "support.h"
#include "vac-comparison-outline.h"
#include "vac-diff.h"
#include "vac-exporters.h"
#include "vac-merge.h"
#include "vac-pdf.h"
#include "vac-reader.h"
#include "vac-review.h"
#include "vac-salary-import.h"
#include "vac-writer.h"

/* Damaged postings by the thousand. Whatever can be read is written, exported, checked, edited and
 * undone; each must hold to what it promises. */

static const char *posting_seeds[] = {
  "../data/guides/blank.json", "../data/guides/machine-learning-engineer.json",
  "export/golden/hostile.json",
  "export/golden/posting.json", "export/golden/remote.json", "data/registered-nurse.vacancy", NULL
};

/* Returns: (nullable): the posting that comes next; NULL when it was refused, as it may be. */
static VacDocument *
next_document (Fuzz *self)
{
  g_autoptr (GBytes) bytes = fuzz_make_bytes (self, TRUE);
  g_autoptr (GError) error = NULL;
  VacDocument *document = vac_read_document (bytes, &error);

  if (document == NULL)
    g_assert_nonnull (error);

  return document;
}

static void
test_what_can_be_read_is_written_the_same_ever_after (void)
{
  Fuzz fuzz;
  guint n_read = 0;

  fuzz_init (&fuzz, posting_seeds);
  for (guint i = 0; i < 2 * fuzz_n_rounds (); i++)
    {
      g_autoptr (GBytes) bytes = fuzz_make_bytes (&fuzz, FALSE);
      g_autoptr (GError) error = NULL;
      g_autoptr (VacDocument) document = vac_read_document (bytes, &error);
      g_autoptr (VacDocument) again = NULL;
      g_autoptr (VacDocument) copy = NULL;
      g_autoptr (GBytes) first = NULL, second = NULL, third = NULL;

      if (document == NULL)
        {
          g_assert_nonnull (error);
          continue;
        }
      n_read++;
      first = vac_write_document (document);
      again = vac_read_document (first, &error);
      g_assert_no_error (error);
      second = vac_write_document (again);
      support_assert_same_bytes (second, first);
      copy = vac_copy_document (document);
      third = vac_write_document (copy);
      support_assert_same_bytes (third, first);
    }
  g_assert_cmpuint (n_read, >, fuzz_n_rounds () / 4);
  fuzz_clear (&fuzz);
}

static void
assert_readable (const VacExporter *exporter,
                 GBytes            *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_str_equal (exporter->id, "docx") && !g_str_equal (exporter->id, "pdf"))
    g_assert_true (g_utf8_validate (data, (gssize) size, NULL));
  if (g_str_equal (exporter->id, "json"))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VacDocument) document = vac_read_document (bytes, &error);

      g_assert_no_error (error);
      g_assert_nonnull (document);
    }
}

static const VacExporter *const exporters[] = { &vac_pdf_exporter, VAC_EXPORTERS };
static const VacSubject *const subjects[] = { VAC_SUBJECTS, &vac_comparison_subject };

static void
test_what_can_be_read_is_exported_and_checked (void)
{
  Fuzz fuzz;
  const guint n_subjects = G_N_ELEMENTS (subjects);

  fuzz_init (&fuzz, posting_seeds);
  for (guint i = 0; i < fuzz_n_rounds (); i++)
    {
      g_autoptr (VacDocument) document = next_document (&fuzz);
      const VacSubject *subject = subjects[i % n_subjects];
      g_autoptr (GPtrArray) findings = NULL;

      if (document == NULL)
        continue;
      findings = vac_review_check (document, VAC_REVIEW_POSTING | VAC_REVIEW_BOARDS);
      for (guint j = 0; j < G_N_ELEMENTS (exporters); j++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = NULL;

          /* Pages take longer than all the others together. */
          if (!vac_export_can_write (exporters[j], subject) ||
              (exporters[j] == &vac_pdf_exporter && i % 20 >= n_subjects))
            continue;
          bytes = vac_export (exporters[j], subject, document, &vac_export_defaults, &error);
          g_assert_no_error (error);
          assert_readable (exporters[j], bytes);
        }
    }
  fuzz_clear (&fuzz);
}

static void
collect (VacNode   *node,
         GPtrArray *nodes)
{
  g_ptr_array_add (nodes, node);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    collect (vac_node_get_child (node, i), nodes);
}

static void
edit_anything (Fuzz        *self,
               VacDocument *document)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  VacNode *node;
  VacNode *parent;

  collect (vac_document_get_root (document), nodes);
  node = g_ptr_array_index (nodes, fuzz_below (self, nodes->len));
  parent = vac_node_get_parent (node);
  if (vac_node_get_field (node) != NULL && vac_field_is_leaf (vac_node_get_field (node)))
    vac_document_set_text (document, node, fuzz_get_value (self));
  else if (vac_node_get_kind (node) == VAC_KIND_LIST)
    {
      g_autoptr (VacNode) element = vac_node_new (vac_node_get_field (node)->element);

      vac_document_append (document, node, element);
    }
  else if (parent != NULL && vac_node_get_kind (parent) == VAC_KIND_LIST)
    {
      if (fuzz_below (self, 2) == 0)
        vac_document_remove (document, node);
      else
        vac_document_move (document, node, fuzz_below (self, vac_node_get_n_children (parent)));
    }
}

static void
test_what_can_be_read_is_edited_and_undone (void)
{
  Fuzz fuzz;

  fuzz_init (&fuzz, posting_seeds);
  for (guint i = 0; i < fuzz_n_rounds () / 2; i++)
    {
      g_autoptr (VacDocument) document = next_document (&fuzz);
      g_autoptr (GBytes) before = NULL, edited = NULL, after = NULL, redone = NULL;

      if (document == NULL)
        continue;
      before = vac_write_document (document);
      for (guint j = 0; j < 10; j++)
        edit_anything (&fuzz, document);
      edited = vac_write_document (document);
      while (vac_document_undo (document) != NULL)
        ;
      after = vac_write_document (document);
      support_assert_same_bytes (after, before);
      g_assert_false (vac_document_get_modified (document));
      while (vac_document_redo (document) != NULL)
        ;
      redone = vac_write_document (document);
      support_assert_same_bytes (redone, edited);
    }
  fuzz_clear (&fuzz);
}

static void
compare (VacDocument *from,
         VacDocument *to)
{
  g_autoptr (VacDocument) copy = vac_copy_document (from);
  g_autoptr (VacDiff) diff = vac_diff_new (copy, to);
  g_autoptr (VacDiff) rest = NULL;
  g_autofree char *summary = vac_diff_summarize (diff);
  GPtrArray *differences = vac_diff_get_differences (diff);

  g_assert_null (strchr (summary, '\n'));
  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *line = vac_diff_describe (diff, g_ptr_array_index (differences, i));

      g_assert_true (g_utf8_validate (line, -1, NULL));
    }
  g_assert_true (vac_diff_take_all (diff, NULL));
  rest = vac_diff_new (copy, to);
  g_assert_cmpuint (vac_diff_get_differences (rest)->len, ==, 0);
}

static void
merge (VacDocument *base,
       VacDocument *mine,
       VacDocument *theirs)
{
  g_autoptr (GBytes) before = vac_write_document (mine);
  g_autoptr (GBytes) merged = NULL, undone = NULL;
  g_autoptr (VacMerge) merge = vac_merge_run (base, mine, theirs);
  GPtrArray *conflicts = vac_merge_get_conflicts (merge);

  merged = vac_write_document (mine);
  for (guint i = 0; i < conflicts->len; i++)
    {
      VacConflict *conflict = g_ptr_array_index (conflicts, i);

      g_assert_true (g_utf8_validate (conflict->sentence, -1, NULL));
      vac_merge_take_theirs (merge, conflict);
    }
  while (vac_document_undo (mine) != NULL)
    ;
  undone = vac_write_document (mine);
  support_assert_same_bytes (undone, before);
}

static void
test_what_can_be_read_is_compared_and_merged (void)
{
  Fuzz fuzz;
  g_autoptr (GPtrArray) last = g_ptr_array_new_with_free_func (g_object_unref);

  fuzz_init (&fuzz, posting_seeds);
  for (guint i = 0; i < fuzz_n_rounds () / 2; i++)
    {
      VacDocument *document = next_document (&fuzz);

      if (document == NULL)
        continue;
      g_ptr_array_add (last, document);
      if (last->len < 3)
        continue;
      compare (g_ptr_array_index (last, 0), document);
      if (!vac_document_get_read_only (g_ptr_array_index (last, 1)))
        merge (g_ptr_array_index (last, 0), g_ptr_array_index (last, 1), document);
      g_ptr_array_remove_index (last, 0);
    }
  fuzz_clear (&fuzz);
}

/* Tables of salaries */

static GBytes *
make_table (Fuzz *self)
{
  static const char *const cells[] = {
    "", "#", "*", "**", "-", "\"", "\"\"", "9223372036854775807", "-9223372036854775808",
    "99999999999999999999", "1,234", "1.234", "1'234", "1 234,5", "$90,000", "90k", "1e9",
    "0.0000001", "Austin, TX", "\"a\nb\"", "\r\n", "\n", ",", ";", "\t", "\xff\xfe", "\xef\xbb\xbf",
    "é", "\xe9", "\xf0\x9f\x98\x80",
  };
  GBytes *seed = g_ptr_array_index (self->seeds, fuzz_below (self, self->seeds->len));
  GString *text = g_string_new_len (g_bytes_get_data (seed, NULL),
                                    (gssize) MIN (g_bytes_get_size (seed), FUZZ_LONGEST / 4));
  guint n = 1 + fuzz_below (self, 12);

  for (guint i = 0; i < n; i++)
    {
      const char *cell = cells[fuzz_below (self, G_N_ELEMENTS (cells))];
      gsize at = fuzz_below (self, text->len + 1);
      const char *comma = memchr (text->str + at, ',', text->len - at);

      if (fuzz_below (self, 3) == 0)
        fuzz_damage_bytes (self, text);
      else if (comma != NULL)
        {
          at = (gsize) (comma - text->str) + 1;
          g_string_erase (text, (gssize) at, (gssize) (strcspn (text->str + at, ",\n")));
          g_string_insert (text, (gssize) at, cell);
        }
    }

  return g_string_free_to_bytes (text);
}

static void
change_settings (Fuzz                    *self,
                 VacSalaryImport         *import)
{
  VacSalaryImportSettings settings = *vac_salary_import_get_settings (import);
  guint n_columns = vac_salary_import_get_n_columns (import);

  settings.has_header = fuzz_below (self, 2) == 0;
  settings.decimal = "\0.,"[fuzz_below (self, 3)];
  settings.delimiter = ",;\t|"[fuzz_below (self, 4)];
  settings.from = (VacPayPeriod) fuzz_below (self, 5);
  settings.from_reason = (VacSalaryImportReason) fuzz_below (self, 3);
  settings.currency_reason = (VacSalaryImportReason) fuzz_below (self, 3);
  settings.cap = fuzz_below (self, 2) == 0 ? 0 : 208000;
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    settings.columns[i] = (int) fuzz_below (self, n_columns + 1) - 1;
  vac_salary_import_set_settings (import, &settings, NULL);
}

static void
test_any_table_is_imported_or_refused (void)
{
  static const char *seeds[] = {
    "salary/fixtures/marpp.csv", "salary/fixtures/oews-metro.csv", "salary/fixtures/oflc-alc.csv",
    "salary/fixtures/own-semicolon.csv", "salary/fixtures/oews-notes.csv",
    "salary/fixtures/uk-ashe.csv", "salary/fixtures/excel-hourly.csv",
    "salary/fixtures/state-open-data.csv", "salary/fixtures/range-in-one-cell.csv", NULL
  };
  Fuzz fuzz;

  fuzz_init (&fuzz, seeds);
  for (guint i = 0; i < fuzz_n_rounds (); i++)
    {
      g_autoptr (GBytes) bytes = make_table (&fuzz);
      g_autoptr (GError) error = NULL;
      g_autoptr (VacSalaryImport) import = vac_salary_import_analyse (bytes, "t.csv", &error);
      g_autoptr (VacSalaryImportResult) result = NULL;
      g_autoptr (VacDocument) document = NULL;
      g_auto (GStrv) texts = NULL;
      guint n_applied;

      if (import == NULL)
        {
          g_assert_nonnull (error);
          continue;
        }
      document = vac_document_new ();
      vac_salary_import_assume (import, document);
      if (fuzz_below (&fuzz, 2) == 0)
        change_settings (&fuzz, import);
      result = vac_salary_import_run (import, NULL, NULL, NULL, &error);
      if (result == NULL)
        {
          g_assert_nonnull (error);
          continue;
        }
      vac_salary_import_result_match (result, import, document);
      texts = vac_salary_import_describe (import, result);
      vac_salary_apply_import (document, import, result, "source", &n_applied);
    }
  fuzz_clear (&fuzz);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz/what-can-be-read-is-written-the-same-ever-after",
                   test_what_can_be_read_is_written_the_same_ever_after);
  g_test_add_func ("/fuzz/what-can-be-read-is-exported-and-checked",
                   test_what_can_be_read_is_exported_and_checked);
  g_test_add_func ("/fuzz/what-can-be-read-is-edited-and-undone",
                   test_what_can_be_read_is_edited_and_undone);
  g_test_add_func ("/fuzz/what-can-be-read-is-compared-and-merged",
                   test_what_can_be_read_is_compared_and_merged);
  g_test_add_func ("/fuzz/any-table-is-imported-or-refused",
                   test_any_table_is_imported_or_refused);

  return g_test_run ();
}
