/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "support.h"
#include "vac-writer.h"

/* The postings in tests/data say everything that a job can say, and are written as we write. */

/* Whether any part of @node belongs to @field and says something that a new posting does not. */
static gboolean
says (VacNode        *node,
      const VacField *field)
{
  if (vac_node_get_field (node) == field)
    {
      if (field->kind == VAC_KIND_TOGGLE)
        return vac_node_get_toggle (node) != field->on;

      return !vac_node_is_empty (node);
    }
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    if (says (vac_node_get_child (node, i), field))
      return TRUE;

  return FALSE;
}

static gboolean
is_said (GPtrArray      *postings,
         const VacField *field)
{
  for (guint i = 0; i < postings->len; i++)
    if (says (vac_document_get_root (postings->pdata[i]), field))
      return TRUE;

  return FALSE;
}

/* Reports every leaf of the schema from @field on that no posting says. */
static void
check_field (GPtrArray      *postings,
             const VacField *field)
{
  if (vac_field_is_leaf (field))
    {
      if (!is_said (postings, field))
        {
          g_test_message ("“%s” (%s) is in no posting", field->label,
                          field->name != NULL ? field->name : "an element");
          g_test_fail ();
        }
      return;
    }
  if (field->element != NULL)
    check_field (postings, field->element);
  for (const VacField *member = field->fields; member != NULL && member->name != NULL; member++)
    check_field (postings, member);
}

static GPtrArray *
load_postings (void)
{
  GPtrArray *postings = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = support_list_postings ();

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (postings, support_load_posting (names[i]));

  return postings;
}

static void
test_every_fact_of_a_job_is_said (void)
{
  g_autoptr (GPtrArray) postings = load_postings ();

  check_field (postings, vac_schema_get_field (VAC_ROLE_JOB));
}

/* Switched on where the switch leaves it in the posting, so that both are tried. */
static void
test_bullets_and_questions_are_left_out_and_kept (void)
{
  static const VacRole roles[] = {
    VAC_ROLE_ITEM_INCLUDE, VAC_ROLE_QUESTION_INCLUDE, VAC_ROLE_SECTION_AUDIENCE
  };
  g_autoptr (GPtrArray) postings = load_postings ();

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_true (is_said (postings, vac_schema_get_field (roles[i])));
}

static void
test_files_are_in_the_form_of_the_writer (void)
{
  g_auto (GStrv) names = support_list_postings ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("data/", names[i], ".vacancy", NULL);
      g_autoptr (GBytes) bytes = support_load_bytes (path);
      g_autoptr (VacDocument) document = support_load_posting (names[i]);
      g_autoptr (GBytes) written = vac_write_document (document);

      support_assert_same_bytes (written, bytes);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/postings/every-fact-of-a-job-is-said", test_every_fact_of_a_job_is_said);
  g_test_add_func ("/postings/bullets-and-questions-are-left-out-and-kept",
                   test_bullets_and_questions_are_left_out_and_kept);
  g_test_add_func ("/postings/files-are-in-the-form-of-the-writer",
                   test_files_are_in_the_form_of_the_writer);

  return g_test_run ();
}
