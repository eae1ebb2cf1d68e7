/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-document.h"
#include "vac-error.h"
#include "vac-node-private.h"
#include "vac-placeholder.h"

/* A document of two sections, the second with a subsection and two items. */
static VacDocument *
make_document (void)
{
  VacDocument *document = vac_document_new ();
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  const VacField *field = vac_node_get_field (sections)->element;
  VacNode *subsections, *items;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("part-%u", i);
      g_autoptr (VacNode) section = vac_node_new_record (field, VAC_ROLE_SECTION_ID, id,
                                                         VAC_ROLE_NONE);

      vac_node_insert_child (sections, i, section);
    }

  items = vac_node_get (vac_node_get_child (sections, 1), VAC_ROLE_SECTION_ITEMS);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = g_strdup_printf ("item %u", i);
      g_autoptr (VacNode) item = vac_node_new_record (vac_node_get_field (items)->element,
                                                      VAC_ROLE_ITEM_TEXT, text, VAC_ROLE_NONE);

      vac_node_insert_child (items, i, item);
    }

  subsections = vac_node_get (vac_node_get_child (sections, 1), VAC_ROLE_SUBSECTIONS);
  {
    g_autoptr (VacNode) subsection = vac_node_new_record (vac_node_get_field (subsections)->element,
                                                          VAC_ROLE_SECTION_ID, "inner",
                                                          VAC_ROLE_NONE);

    vac_node_insert_child (subsections, 0, subsection);
  }

  return document;
}

static void
test_a_path_leads_to_its_node_and_back (void)
{
  static const struct
  {
    const char *path;
    const char *text;
  } cases[] = {
    { "format", "vacancy-posting" },
    { "version", "3" },
    { "job.title", "" },
    { "job.employer.name", "" },
    { "job.pay.minimum", "" },
    { "sections.0.id", "part-0" },
    { "sections.1.id", "part-1" },
    { "sections.1.items.0.text", "item 0" },
    { "sections.1.items.1.text", "item 1" },
    { "sections.1.sections.0.id", "inner" },
  };
  g_autoptr (VacDocument) document = make_document ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      VacNode *node = vac_node_lookup (vac_document_get_root (document), cases[i].path, &error);
      g_autofree char *path = NULL;

      g_assert_no_error (error);
      path = vac_node_get_path (node);
      g_assert_cmpstr (path, ==, cases[i].path);
      g_assert_cmpstr (vac_node_get_text (node), ==, cases[i].text);
      g_assert_true (vac_node_get_root (node) == vac_document_get_root (document));
    }
  g_assert_true (vac_node_lookup (vac_document_get_root (document), "", NULL) ==
                 vac_document_get_root (document));
}

static void
test_a_path_to_nowhere_is_an_error (void)
{
  static const char *const paths[] = {
    ".", "job.", ".job", "jobs", "job.title.x", "job..title", "sections.2", "sections.-1",
    "sections.x", "sections.1.items.00000000000000000000002", "sections. 0", "sections.+0",
    "sections.18446744073709551616", "sections.4294967296",
  };
  g_autoptr (VacDocument) document = make_document ();

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("\"%s\"", paths[i]);
      g_assert_null (vac_node_lookup (vac_document_get_root (document), paths[i], &error));
      g_assert_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND);
    }
}

static void
test_a_record_has_all_its_members_in_the_order_of_the_schema (void)
{
  const VacField *root = vac_schema_get_root ();
  g_autoptr (VacNode) node = vac_node_new (root);
  guint n_fields = 0;

  for (const VacField *field = root->fields; field->name != NULL; field++, n_fields++)
    g_assert_true (vac_node_get_field (vac_node_get_child (node, n_fields)) == field);
  g_assert_cmpuint (vac_node_get_n_children (node), ==, n_fields);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (node)), ==, n_fields);
  g_assert_null (vac_node_get_child (node, n_fields));
  g_assert_true (vac_node_is_empty (node));
}

/* The file's order wins; what it leaves out stands after its predecessor in the schema. */
static void
test_members_keep_the_order_of_the_file (void)
{
  static const char *const expected[] = {
    "note", "equity", "x-first", "disclose", "maximum", "currency", "period", "basis",
    "commission", "bonus", "minimum",
  };
  const VacField *field = vac_schema_get_field (VAC_ROLE_PAY);
  GPtrArray *order = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (VacNode) node = NULL;

  g_ptr_array_add (order, vac_node_new (vac_field_find_member (field, "note")));
  g_ptr_array_add (order, vac_node_new (vac_field_find_member (field, "equity")));
  g_ptr_array_add (order, vac_node_new_opaque ("x-first", "[1]"));
  g_ptr_array_add (order, vac_node_new (vac_field_find_member (field, "disclose")));
  g_ptr_array_add (order, vac_node_new (vac_field_find_member (field, "maximum")));
  g_ptr_array_add (order, vac_node_new (vac_field_find_member (field, "minimum")));
  node = vac_node_new_for_members (field, order);

  /* currency, period, basis, commission and bonus follow the maximum, each the one before it. */
  g_assert_cmpuint (vac_node_get_n_children (node), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      VacNode *child = vac_node_get_child (node, i);

      g_assert_cmpstr (vac_node_get_name (child), ==, expected[i]);
      g_assert_true (vac_node_get_parent (child) == node);
      g_assert_cmpuint (vac_node_get_position (child), ==, i);
    }
}

static void
test_a_copy_is_deep_and_belongs_to_nobody (void)
{
  g_autoptr (VacDocument) document = make_document ();
  VacNode *section = vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), 1);
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);
  g_autoptr (VacNode) copy = vac_node_copy (section);
  VacNode *copied_items = vac_node_get (copy, VAC_ROLE_SECTION_ITEMS);

  g_assert_null (vac_node_get_parent (copy));
  g_assert_cmpuint (vac_node_get_n_children (copied_items), ==, 2);
  vac_document_remove (document, vac_node_get_child (items, 0));
  vac_document_set_text (document, vac_node_get (section, VAC_ROLE_SECTION_ID), "other");
  g_assert_cmpuint (vac_node_get_n_children (copied_items), ==, 2);
  g_assert_cmpstr (vac_node_get_member_text (copy, VAC_ROLE_SECTION_ID), ==, "part-1");
}

static void
test_a_member_outlives_its_record (void)
{
  VacNode *record = vac_node_new (vac_schema_get_field (VAC_ROLE_PAY));
  g_autoptr (VacNode) member = g_object_ref (vac_node_get (record, VAC_ROLE_PAY_MINIMUM));

  g_object_unref (record);
  g_assert_null (vac_node_get_parent (member));
}

static void
test_leaves_are_read_as_what_they_are (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_integer;
    gint64      integer;
    gboolean    is_money;
    VacMoney    money;
  } cases[] = {
    { "", FALSE, 0, FALSE, 0 },
    { "0", TRUE, 0, TRUE, 0 },
    { "120000", TRUE, 120000, TRUE, 1200000000 },
    { "-3", TRUE, -3, TRUE, -30000 },
    { "12x", FALSE, 0, FALSE, 0 },
    { "1.5", FALSE, 0, TRUE, 15000 },
    { "1.50505", FALSE, 0, FALSE, 0 },
    { "1e5", FALSE, 0, FALSE, 0 },
    { "9223372036854775808", FALSE, 0, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacNode) leaf = vac_node_new_leaf (vac_schema_get_field (VAC_ROLE_PAY_MINIMUM),
                                                    cases[i].text);
      g_autoptr (VacNode) openings = vac_node_new_leaf (vac_schema_get_field (VAC_ROLE_OPENINGS),
                                                        cases[i].text);
      gint64 value = 7;
      VacMoney amount = 7;

      g_test_message ("\"%s\"", cases[i].text);
      g_assert_true (vac_node_get_integer (openings, &value) == cases[i].is_integer);
      g_assert_cmpint (value, ==, cases[i].integer);
      g_assert_true (vac_node_get_money (leaf, &amount) == cases[i].is_money);
      g_assert_cmpint (amount, ==, cases[i].money);
    }
}

static void
test_a_toggle_is_what_the_schema_says_until_it_is_set (void)
{
  static const struct
  {
    VacRole     role;
    const char *text;
    gboolean    on;
  } cases[] = {
    { VAC_ROLE_PAY_DISCLOSE, "", TRUE },
    { VAC_ROLE_PAY_DISCLOSE, "false", FALSE },
    { VAC_ROLE_LEVEL_INCLUDE, "", FALSE },
    { VAC_ROLE_LEVEL_INCLUDE, "true", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacNode) leaf = vac_node_new_leaf (vac_schema_get_field (cases[i].role),
                                                    cases[i].text);

      g_assert_true (vac_node_get_toggle (leaf) == cases[i].on);
    }
}

static void
test_a_placeholder_is_one_word_in_double_braces (void)
{
  static const struct
  {
    const char *text;
    const char *name;       /* NULL: none */
    gsize       start, end;
    gboolean    known;
  } cases[] = {
    { "", NULL },
    { "no braces", NULL },
    { "{employer}", NULL },
    { "{{}}", NULL },
    { "{{ }}", NULL },
    { "{{two words}}", NULL },
    { "{{employer}", NULL },
    { "{{employer", NULL },
    { "{{employer}}", "employer", 0, 12, TRUE },
    { "at {{ employer }}.", "employer", 3, 17, TRUE },
    { "{{{title}}}", "title", 1, 10, TRUE },
    { "{{broken {{title}}", "title", 9, 18, TRUE },
    { "{{unknown}}", "unknown", 0, 11, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacPlaceholder found;
      g_autofree char *name = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (vac_placeholder_next (cases[i].text, 0, &found) == (cases[i].name != NULL));
      if (cases[i].name == NULL)
        continue;
      name = g_strndup (found.name, found.name_length);
      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpuint (found.start, ==, cases[i].start);
      g_assert_cmpuint (found.end, ==, cases[i].end);
      g_assert_true ((found.field != NULL) == cases[i].known);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/node/a-path-leads-to-its-node-and-back",
                   test_a_path_leads_to_its_node_and_back);
  g_test_add_func ("/node/a-path-to-nowhere-is-an-error", test_a_path_to_nowhere_is_an_error);
  g_test_add_func ("/node/a-record-has-all-its-members-in-the-order-of-the-schema",
                   test_a_record_has_all_its_members_in_the_order_of_the_schema);
  g_test_add_func ("/node/members-keep-the-order-of-the-file",
                   test_members_keep_the_order_of_the_file);
  g_test_add_func ("/node/a-copy-is-deep-and-belongs-to-nobody",
                   test_a_copy_is_deep_and_belongs_to_nobody);
  g_test_add_func ("/node/a-member-outlives-its-record", test_a_member_outlives_its_record);
  g_test_add_func ("/node/leaves-are-read-as-what-they-are", test_leaves_are_read_as_what_they_are);
  g_test_add_func ("/node/a-toggle-is-what-the-schema-says-until-it-is-set",
                   test_a_toggle_is_what_the_schema_says_until_it_is_set);
  g_test_add_func ("/node/a-placeholder-is-one-word-in-double-braces",
                   test_a_placeholder_is_one_word_in_double_braces);

  return g_test_run ();
}
