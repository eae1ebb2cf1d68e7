/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

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

static VacNode *
read_value (const char *file,
            VacRole     role)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));
  g_autoptr (GError) error = NULL;
  g_autoptr (VacJson) json = vac_json_parse (bytes, &error);

  g_assert_no_error (error);

  return vac_node_new_for_json (json, 0, vac_schema_get_field (role), FALSE);
}

/* The file's order wins; what it leaves out stands after its predecessor in the schema. */
static void
test_members_keep_the_order_of_the_file (void)
{
  static const char *const expected[] = {
    "note", "equity", "x-first", "disclose", "maximum", "currency", "period", "basis",
    "commission", "bonus", "minimum",
  };
  g_autoptr (VacNode) node = read_value ("{ \"note\": \"\", \"equity\": \"\", \"x-first\": [1],"
                                         " \"disclose\": true, \"maximum\": 2, \"minimum\": 1 }",
                                         VAC_ROLE_PAY);

  /* currency, period, basis, commission and bonus follow the maximum, each the one before it. */
  g_assert_cmpuint (vac_node_get_n_children (node), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      VacNode *child = vac_node_get_child (node, i);

      g_assert_cmpstr (vac_node_get_name (child), ==, expected[i]);
      g_assert_true (vac_node_get_parent (child) == node);
      g_assert_cmpuint (vac_node_get_position (child), ==, i);
    }
  g_assert_cmpstr (vac_node_get_member_text (node, VAC_ROLE_PAY_MINIMUM), ==, "1");
  g_assert_cmpstr (vac_node_get_member_text (node, VAC_ROLE_PAY_MAXIMUM), ==, "2");
}

#define ITEMS "{ \"id\": \"part\", \"items\": [{ \"text\": \"a\" }, { \"text\": \"b\" }, " \
              "{ \"text\": \"c\" }, { \"text\": \"d\" }] }"

static void
assert_items (VacNode    *list,
              const char *expected)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    g_string_append (texts, vac_node_get_member_text (vac_node_get_child (list, i),
                                                      VAC_ROLE_ITEM_TEXT));
  g_assert_cmpstr (texts->str, ==, expected);
}

/* Positions in the file are no longer those in the list. */
static void
test_what_is_unread_stays_when_others_move (void)
{
  g_autoptr (VacNode) section = read_value (ITEMS, VAC_ROLE_SECTION);
  VacNode *list = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);
  g_autoptr (VacNode) untouched = vac_node_copy (section);
  g_autoptr (VacNode) added = vac_node_new_record (vac_node_get_field (list)->element,
                                                   VAC_ROLE_ITEM_TEXT, "x", VAC_ROLE_NONE);

  vac_node_move_child (list, 0, 2);
  assert_items (list, "bcad");
  vac_node_insert_child (list, 1, added);
  vac_node_remove_child (list, 4);
  assert_items (list, "bxca");
  assert_items (vac_node_get (untouched, VAC_ROLE_SECTION_ITEMS), "abcd");
  list = vac_node_get (untouched, VAC_ROLE_SECTION_ITEMS);
  vac_node_remove_children (list, 0, 4);
  assert_items (list, "");
}

static gboolean
is_short (const VacField *field,
          const char     *text,
          gsize           length,
          gpointer        user_data)
{
  guint *n_read = user_data;

  *n_read += text != NULL;

  return text != NULL ? strlen (text) < 3 : field->role == VAC_ROLE_SECTION_ADVICE;
}

/* Nothing becomes a node by it, and a text that does not matter is not read. */
static void
test_what_nobody_asked_for_is_skimmed (void)
{
  static const struct
  {
    const char *file;
    gboolean    passed;
    guint       n_read;
  } cases[] = {
    { "{ \"title\": \"ab\" }", TRUE, 1 },
    { "{ \"title\": \"abc\" }", FALSE, 1 },
    { "{ \"advice\": \"abc\" }", TRUE, 0 },
    { "{ \"advice\": 3 }", FALSE, 0 },
    { "{ \"items\": [] }", TRUE, 0 },
    { "{ \"items\": {} }", FALSE, 0 },
    { "{ \"items\": [{ \"text\": \"ab\" }, { \"text\": \"\" }] }", TRUE, 2 },
    { "{ \"items\": [{ \"text\": \"ab\", \"x-new\": 1 }] }", FALSE, 1 },
    { "{ \"items\": [{ \"text\": \"abc\" }, { \"text\": \"\" }] }", FALSE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacNode) section = read_value (cases[i].file, VAC_ROLE_SECTION);
      gboolean passed = TRUE;
      guint n_read = 0;

      g_test_message ("%s", cases[i].file);
      for (guint j = 0; j < vac_node_get_n_children (section); j++)
        passed = vac_node_skim_child (section, j, is_short, &n_read) && passed;
      g_assert_cmpint (passed, ==, cases[i].passed);
      g_assert_cmpuint (n_read, ==, cases[i].n_read);
      for (guint j = 0; j < vac_node_get_n_children (section); j++)
        {
          const gboolean is_empty = vac_node_peek_child (section, j) == NULL;

          n_read = 0;
          g_assert_cmpint (vac_node_skim_child (section, j, is_short, &n_read), ==, is_empty);
          g_assert_cmpuint (n_read, ==, 0);
        }
    }
}

static gboolean
is_anything (const VacField *field,
             const char     *text,
             gsize           length,
             gpointer        user_data)
{
  return TRUE;
}

/* A value of another type has no text, before it is a node and afterwards. */
static void
test_a_text_is_told_without_a_node (void)
{
  static const struct
  {
    const char *file;
    VacRole     role;
    const char *text;   /* NULL: of another type */
  } cases[] = {
    { "{ \"title\": \"ab\" }", VAC_ROLE_SECTION_TITLE, "ab" },
    { "{ \"title\": \"\\u0061\\n\\\"\" }", VAC_ROLE_SECTION_TITLE, "a\n\"" },
    { "{ \"\\u0074itle\": \"ab\" }", VAC_ROLE_SECTION_TITLE, "ab" },
    { "{ \"title\": \"\" }", VAC_ROLE_SECTION_TITLE, "" },
    { "{ \"title\": 3 }", VAC_ROLE_SECTION_TITLE, NULL },
    { "{ \"title\": [\"ab\"] }", VAC_ROLE_SECTION_TITLE, NULL },
    { "{ \"id\": \"ab\" }", VAC_ROLE_SECTION_TITLE, "" },
    { "{ \"include\": false }", VAC_ROLE_SECTION_INCLUDE, "false" },
    { "{ \"include\": \"false\" }", VAC_ROLE_SECTION_INCLUDE, NULL },
    { "{ \"include\": \"\" }", VAC_ROLE_SECTION_INCLUDE, NULL },
    { "{ \"audience\": \"nobody\" }", VAC_ROLE_SECTION_AUDIENCE, "nobody" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacNode) section = read_value (cases[i].file, VAC_ROLE_SECTION);
      g_autofree char *made = NULL;
      gboolean is_empty, is_on;
      const VacField *field;

      g_test_message ("%s", cases[i].file);
      g_assert_cmpstr (vac_node_peek_text (section, cases[i].role, &field), ==, cases[i].text);
      g_assert_cmpint (field->role, ==, cases[i].role);
      is_empty = vac_node_is_empty (section);
      is_on = vac_node_get_member_toggle (section, VAC_ROLE_SECTION_INCLUDE);
      for (guint j = 0; j < vac_node_get_n_children (section); j++)
        if (cases[i].text != NULL)
          g_assert_true (vac_node_skim_child (section, j, is_anything, NULL));

      made = g_strdup (vac_node_get_text (vac_node_get (section, cases[i].role)));
      g_assert_cmpstr (made, ==, cases[i].text != NULL ? cases[i].text : "");
      g_assert_cmpstr (vac_node_peek_text (section, cases[i].role, &field), ==, cases[i].text);
      for (guint j = 0; j < vac_node_get_n_children (section); j++)
        vac_node_get_child (section, j);
      g_assert_cmpint (vac_node_is_empty (section), ==, is_empty);
      g_assert_cmpint (vac_node_get_member_toggle (section, VAC_ROLE_SECTION_INCLUDE), ==, is_on);
    }
}

/* Whatever may stand for the characters is taken for them. */
static void
test_what_cannot_hold_the_characters_is_passed_over (void)
{
  static const struct
  {
    const char *file;
    gboolean    passed;
  } cases[] = {
    { "{ \"text\": \"a {{title}}\" }", FALSE },
    { "{ \"text\": \"a \\u007b{title}}\" }", FALSE },
    { "{ \"text\": \"a \\u007B\\u007Btitle}}\" }", FALSE },
    { "{ \"text\": \"{{\" }", FALSE },
    { "{ \"items\": [{ \"label\": \"a\" }, { \"text\": \"{{x}}\" }] }", FALSE },
    { "{ \"text\": \"a { {title}}\\n\\\"b\\\"\" }", TRUE },
    { "{ \"text\": \"{\", \"title\": \"{\" }", TRUE },
    { "{ \"text\": \"\" }", TRUE },
    { "{ \"text\": 3 }", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacNode) section = read_value (cases[i].file, VAC_ROLE_SECTION);
      gboolean passed = TRUE;

      g_test_message ("%s", cases[i].file);
      for (guint j = 0; j < vac_node_get_n_children (section); j++)
        passed = vac_node_peek_holding (section, j, "{{") == NULL && passed;
      g_assert_cmpint (passed, ==, cases[i].passed);
    }
}

#define N_ITEMS 2000

static gpointer
read_items (gpointer data)
{
  GPtrArray *seen = g_ptr_array_new ();

  for (guint i = 0; i < N_ITEMS; i++)
    g_ptr_array_add (seen, vac_node_get (vac_node_get_child (data, i), VAC_ROLE_ITEM_TEXT));

  return seen;
}

static void
test_threads_read_the_same_nodes (void)
{
  g_autoptr (GString) file = g_string_new ("{ \"items\": [");
  g_autoptr (VacNode) section = NULL;
  g_autoptr (GPtrArray) here = NULL;
  g_autoptr (GPtrArray) there = NULL;
  GThread *thread;
  VacNode *list;

  for (guint i = 0; i < N_ITEMS; i++)
    g_string_append_printf (file, "%s{ \"text\": \"%u\" }", i > 0 ? ", " : "", i);
  g_string_append (file, "] }");
  section = read_value (file->str, VAC_ROLE_SECTION);
  list = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);
  thread = g_thread_new (NULL, read_items, list);
  here = read_items (list);
  there = g_thread_join (thread);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_true (here->pdata[i] == there->pdata[i]);
      g_assert_cmpstr (vac_node_get_text (here->pdata[i]), ==, text);
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
  g_test_add_func ("/node/what-is-unread-stays-when-others-move",
                   test_what_is_unread_stays_when_others_move);
  g_test_add_func ("/node/a-text-is-told-without-a-node", test_a_text_is_told_without_a_node);
  g_test_add_func ("/node/what-cannot-hold-the-characters-is-passed-over",
                   test_what_cannot_hold_the_characters_is_passed_over);
  g_test_add_func ("/node/what-nobody-asked-for-is-skimmed", test_what_nobody_asked_for_is_skimmed);
  g_test_add_func ("/node/threads-read-the-same-nodes", test_threads_read_the_same_nodes);
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
