/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "support.h"
#include "vac-error.h"
#include "vac-reader.h"
#include "vac-writer.h"

/* In these tables ' stands for ", and HEAD for what makes a file a posting. */
#define HEAD "'format':'vacancy-posting','version':2"

/* What is written, without the layout, and quoted as in the tables. */
static char *
write_squashed (VacDocument *document)
{
  g_autoptr (GBytes) bytes = vac_write_document (document);
  const char *text = g_bytes_get_data (bytes, NULL);
  gsize length = g_bytes_get_size (bytes);
  g_autoptr (GString) squashed = g_string_new (NULL);
  gboolean inside = FALSE;

  g_assert_true (length > 0 && text[length - 1] == '\n');
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"' && text[i - 1] != '\\')
        inside = !inside;
      if (inside || strchr (" \n", text[i]) == NULL)
        g_string_append_c (squashed, text[i] == '"' ? '\'' : text[i]);
    }

  return g_string_free (g_steal_pointer (&squashed), FALSE);
}

static const struct
{
  const char *name;
  const char *text;
  const char *written;   /* NULL: the same */
} kept[] = {
  { "the-least-posting", "{" HEAD "}" },

  /* members that nobody knows */
  { "unknown-first", "{'x':1," HEAD "}" },
  { "unknown-between", "{'format':'vacancy-posting','x':[1,{'a':null}],'version':2,'y':true}" },
  { "unknown-in-a-record", "{" HEAD ",'job':{'a':1,'title':'T','b':{'title':2},'pay':{'c':[]},"
    "'d':''}}" },
  { "unknown-alone-in-a-record", "{" HEAD ",'job':{'employer':{'founded':1999}}}" },
  { "unknown-in-a-section", "{" HEAD ",'sections':[{'x':1,'id':'a','y':2,'title':'A','z':3}]}" },
  { "unknown-in-an-item", "{" HEAD ",'sections':[{'items':[{'text':'t','x':{'y':[{}]}}]}]}" },
  { "unknown-in-a-subsection", "{" HEAD ",'sections':[{'sections':[{'x':1,"
    "'sections':[{'id':'third'}]}]}]}" },
  { "unknown-in-tables", "{" HEAD ",'variations':[{'x':1,'additions':[{'y':2}]}],"
    "'industries':[{'z':3}],'salaries':{'n':4,'places':[{'p':5}]}}" },
  { "unknown-with-an-empty-name", "{" HEAD ",'':1}" },
  { "unknown-that-looks-like-another", "{" HEAD ",'Job':{'title':'T'},'job ':{}}" },
  { "unknown-numbers-as-written", "{" HEAD ",'x':[1.50,-0,1E+2]}" },
  { "unknown-escapes-as-written", "{" HEAD ",'x':'\\u0041\\/'}" },

  /* the order of the file */
  { "members-in-another-order", "{'job':{'pay':{'maximum':2,'minimum':1},'title':'T'},'version':2,"
    "'format':'vacancy-posting'}" },

  /* values of another type */
  { "number-for-a-text", "{" HEAD ",'job':{'title':7}}" },
  { "null-for-a-text", "{" HEAD ",'job':{'title':null}}" },
  { "list-for-a-text", "{" HEAD ",'job':{'title':['a','b']}}" },
  { "object-for-a-text", "{" HEAD ",'job':{'title':{'en':'T'}}}" },
  { "fraction-for-a-number", "{" HEAD ",'job':{'openings':1.50}}" },
  { "exponent-for-a-number", "{" HEAD ",'job':{'openings':1e3}}" },
  { "quoted-number", "{" HEAD ",'job':{'openings':'3'}}" },
  { "text-for-a-number", "{" HEAD ",'job':{'openings':'several'}}" },
  { "text-for-a-switch", "{" HEAD ",'job':{'pay':{'disclose':'yes'}}}" },
  { "number-for-a-switch", "{" HEAD ",'job':{'pay':{'disclose':0}}}" },
  { "quoted-switch", "{" HEAD ",'job':{'pay':{'disclose':'true'}}}" },
  { "text-for-a-list", "{" HEAD ",'sections':'none'}" },
  { "object-for-a-list", "{" HEAD ",'sections':{'0':{'id':'a'}}}" },
  { "list-for-an-object", "{" HEAD ",'job':[1,2]}" },
  { "null-for-an-object", "{" HEAD ",'job':null,'guide':null}" },
  { "texts-for-items", "{" HEAD ",'sections':[{'items':['a',null,{'text':'b'},3]}]}" },
  { "other-elements-in-a-list-of-texts", "{" HEAD ",'job':{'employmentType':['full-time',3,{},null,"
    "['x']]}}" },

  /* limits are not types: what is outside them is kept, and reported by a check */
  { "unknown-choice", "{" HEAD ",'job':{'workplace':'moon'}}" },
  { "negative-number", "{" HEAD ",'job':{'openings':-5}}" },
  { "greatest-numbers", "{" HEAD ",'job':{'pay':{'minimum':-9223372036854775808,"
    "'maximum':9223372036854775807}}}" },

  /* money */
  { "cents", "{" HEAD ",'job':{'pay':{'minimum':18.5,'maximum':21.0505}}}" },
  { "needless-digits", "{" HEAD ",'job':{'pay':{'minimum':18.50,'maximum':22.00}},"
    "'levels':[{'from':1.8e1,'to':-0}]}",
    "{" HEAD ",'job':{'pay':{'minimum':18.5,'maximum':22}},'levels':[{'from':18,'to':0}]}" },
  { "more-digits-than-an-amount-has", "{" HEAD ",'job':{'pay':{'minimum':18.50505}}}" },
  { "quoted-amount", "{" HEAD ",'job':{'pay':{'minimum':'18.50'}}}" },
  { "text-for-an-amount", "{" HEAD ",'job':{'pay':{'minimum':'1e5','maximum':'lots'}}}" },
  { "negative-amount", "{" HEAD ",'job':{'pay':{'minimum':-5.5}}}" },

  /* versions */
  { "an-older-version-becomes-this-one", "{'format':'vacancy-posting','version':1,"
    "'job':{'pay':{'minimum':18}}}",
    "{" HEAD ",'job':{'pay':{'minimum':18}}}" },

  /* empty values */
  { "empty-elements-stay", "{" HEAD ",'sections':[{},{'items':[{},{}]}],'levels':[{}]}" },
  { "empty-texts-in-lists-stay", "{" HEAD ",'job':{'employmentType':['']}}" },
  { "a-switch-that-says-the-default-stays", "{" HEAD ",'sections':[{'include':true}]}" },
  { "empty-members-are-left-out", "{" HEAD ",'language':'','job':{'title':'','pay':{}},"
    "'sections':[],'levels':[]}", "{" HEAD "}" },

  /* texts */
  { "escapes-become-characters", "{" HEAD ",'job':{'title':'\\u0041\\u00e9\\/'}}",
    "{" HEAD ",'job':{'title':'Aé/'}}" },
  { "a-quoted-name-is-the-same-name", "{" HEAD ",'j\\u006fb':{'title':'T'}}",
    "{" HEAD ",'job':{'title':'T'}}" },
  { "controls-stay-escaped", "{" HEAD ",'job':{'title':'a\\u0001\\n\\tb'}}" },
};

static void
ask_for_all (VacNode *node)
{
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    ask_for_all (vac_node_get_child (node, i));
}

static void
test_kept (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (VacDocument) document = support_read_quoted (kept[i].text);
  g_autofree char *squashed = write_squashed (document);
  g_autoptr (GBytes) written = vac_write_document (document);
  g_autoptr (VacDocument) again = vac_read_document (written, NULL);
  g_autoptr (VacDocument) copy = vac_copy_document (document);
  g_autoptr (GBytes) rewritten = vac_write_document (again);
  g_autoptr (GBytes) copied = vac_write_document (copy);
  g_autoptr (GBytes) asked_for = NULL;

  ask_for_all (vac_document_get_root (document));
  asked_for = vac_write_document (document);
  g_assert_cmpstr (squashed, ==, kept[i].written != NULL ? kept[i].written : kept[i].text);
  g_assert_true (g_bytes_equal (written, rewritten));
  g_assert_true (g_bytes_equal (written, copied));
  g_assert_true (g_bytes_equal (written, asked_for));
  g_assert_false (vac_document_get_modified (document));
}

static void
test_the_layout_is_one_value_a_line (void)
{
  g_autoptr (VacDocument) document = support_read_quoted (
      "{" HEAD
      ",'x':{'a':[1,{}]},'job':{'title':'T','employmentType':['intern']},'sections':[{}]}");
  g_autoptr (GBytes) bytes = vac_write_document (document);
  static const char expected[] = "{\n  \"format\": \"vacancy-posting\",\n  \"version\": 2,\n"
                                 "  \"x\": {\n    \"a\": [\n      1,\n      {}\n    ]\n  },\n"
                                 "  \"job\": {\n    \"title\": \"T\",\n    \"employmentType\": [\n "
                                 "     \"intern\"\n    ]\n  },\n"
                                 "  \"sections\": [\n    {}\n  ]\n}\n";

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

static const struct
{
  const char *name;
  const char *path;
  const char *found;
  const char *value;
  const char *edited;
} edits[] = {
  { "a-text", "job.title", "7", "T", "'T'" },
  { "a-number", "job.openings", "'3'", "4", "4" },
  { "a-switch", "job.pay.disclose", "'no'", "false", "false" },
  { "a-choice-in-a-list", "job.employmentType.0", "null", "intern", "'intern'" },
};

static void
test_edited_in_place (gconstpointer data)
{
  static const char shape[] =
      "{" HEAD ",'job':{'title':%s,'openings':%s,'pay':{'disclose':%s},'employmentType':[%s]}}";
  guint i = GPOINTER_TO_UINT (data);
  const char *values[G_N_ELEMENTS (edits)];
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *erased = NULL;
  g_autoptr (VacDocument) document = NULL;
  VacNode *leaf;

  for (guint j = 0; j < G_N_ELEMENTS (edits); j++)
    values[j] = edits[j].found;
  before = g_strdup_printf (shape, values[0], values[1], values[2], values[3]);
  values[i] = edits[i].edited;
  after = g_strdup_printf (shape, values[0], values[1], values[2], values[3]);

  document = support_read_quoted (before);
  leaf = vac_node_lookup (vac_document_get_root (document), edits[i].path, NULL);
  g_assert_cmpstr (vac_node_get_text (leaf), ==, "");
  vac_document_set_text (document, leaf, "");
  g_assert_false (vac_document_get_modified (document));
  vac_document_set_text (document, leaf, edits[i].value);
  edited = write_squashed (document);
  g_assert_cmpstr (edited, ==, after);
  vac_document_undo (document);
  undone = write_squashed (document);
  g_assert_cmpstr (undone, ==, before);
  vac_document_redo (document);
  vac_document_set_text (document, leaf, "");
  erased = write_squashed (document);
  g_assert_cmpstr (erased, !=, before);
}

static void
test_a_list_replaces_what_stood_in_its_place (void)
{
  g_autoptr (VacDocument) document = support_read_quoted ("{" HEAD ",'levels':'three'}");
  VacNode *levels = vac_document_get (document, VAC_ROLE_LEVELS);
  g_autoptr (VacNode) level = vac_node_new (vac_node_get_field (levels)->element);
  g_autofree char *inserted = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *undone = NULL;

  vac_document_append (document, levels, level);
  inserted = write_squashed (document);
  g_assert_cmpstr (inserted, ==, "{" HEAD ",'levels':[{}]}");
  vac_document_remove (document, level);
  removed = write_squashed (document);
  g_assert_cmpstr (removed, ==, "{" HEAD "}");
  vac_document_undo (document);
  vac_document_undo (document);
  undone = write_squashed (document);
  g_assert_cmpstr (undone, ==, "{" HEAD ",'levels':'three'}");
}

static const struct
{
  const char *name;
  const char *text;
  VacError    code;
  const char *message;
} refused[] = {
  { "truncated", "{" HEAD ",\n'job':", VAC_ERROR_SYNTAX, "2:7: " },
  { "duplicate-member", "{" HEAD ",\n 'job':{'a':1,\n'a':2}}", VAC_ERROR_SYNTAX, "3:1: " },
  { "duplicate-behind-an-escape", "{" HEAD ",'job':{},'\\u006aob':{}}", VAC_ERROR_SYNTAX,
    "1:50: " },
  { "no-members", "{}", VAC_ERROR_FORMAT, "1:1: This is JSON, but not a posting" },
  { "no-format", "\n {'version':1}", VAC_ERROR_FORMAT, "2:2: This is JSON, but not a posting" },
  { "another-format", "{'format':'x','version':1}", VAC_ERROR_FORMAT,
    "1:11: This is JSON, but not a posting" },
  { "format-of-another-type", "{'format':['vacancy-posting'],'version':1}", VAC_ERROR_FORMAT,
    "1:11: " },
  { "no-version", "{'format':'vacancy-posting'}", VAC_ERROR_FORMAT,
    "1:11: The posting does not say which version" },
  { "version-0", "{'format':'vacancy-posting',\n'version': 0}", VAC_ERROR_FORMAT, "2:12: " },
  { "version-1.0", "{'format':'vacancy-posting','version':1.0}", VAC_ERROR_FORMAT, "1:39: " },
  { "quoted-version", "{'format':'vacancy-posting','version':'1'}", VAC_ERROR_FORMAT, "1:39: " },
};

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = support_quoted_bytes (refused[i].text);
  g_autoptr (GError) error = NULL;
  g_autofree char *description = NULL;

  g_assert_null (vac_read_document (bytes, &error));
  g_assert_error (error, VAC_ERROR, (int) refused[i].code);
  description = vac_error_describe (error, NULL);
  g_test_message ("%s", description);
  g_assert_true (g_str_has_prefix (description, refused[i].message));
}

static void
test_a_newer_version_is_read_only_and_kept (void)
{
  static const char text[] =
      "{'format':'vacancy-posting','version':4,'job':{'title':['new','kind']}}";
  g_autoptr (VacDocument) document = support_read_quoted (text);
  g_autofree char *squashed = NULL;

  g_assert_true (vac_document_get_read_only (document));
  g_assert_false (
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "T"));
  squashed = write_squashed (document);
  g_assert_cmpstr (squashed, ==, text);
}

/* Written by a release of version 1; it must open for ever. */
static void
test_a_file_of_version_1_opens_and_is_saved_as_version_2 (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "format", "fixtures",
                                                 "version-1.vacancy", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VacDocument) document = NULL;
  g_autoptr (GBytes) written = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *expected = NULL;
  VacMoney amount;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  document = vac_read_document (bytes, &error);
  g_assert_no_error (error);
  g_assert_false (vac_document_get_read_only (document));
  g_assert_false (vac_document_get_modified (document));
  g_assert_true (vac_node_get_money (vac_document_get (document, VAC_ROLE_PAY_MINIMUM), &amount));
  g_assert_cmpint (amount, ==, 120000 * VAC_MONEY_ONE);

  written = vac_write_document (document);
  parts = g_strsplit (text, "\"version\": 1,", 2);
  expected = g_strjoinv ("\"version\": 2,", parts);
  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), expected,
                   strlen (expected));
}

/* What readers see of each text of a document. */
static void
append_shown (GString *shown,
              VacNode *node)
{
  if (vac_node_get_field (node) != NULL && vac_node_get_field (node)->marked &&
      *vac_node_get_text (node) != '\0')
    g_string_append_printf (shown, "%s|", vac_node_get_shown_text (node));
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    append_shown (shown, vac_node_get_child (node, i));
}

/* Written before texts had marks, with what looks like them: readers see what they saw then. */
static void
test_asterisks_of_version_2_stay_asterisks (void)
{
  static const char before[] =
      "'sections':[{'text':'**No** [mark](https://a.example) \\\\\\\\server 2*3 f***',"
      "'items':[{'text':'**No**'},{'text':'none'}]}]}";
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint version = 1; version <= 2; version++)
    {
      g_autofree char *text = g_strdup_printf ("{'format':'vacancy-posting','version':%u,%s",
                                               version, before);
      g_autoptr (VacDocument) document = support_read_quoted (text);

      g_assert_false (vac_document_get_modified (document));
      g_string_truncate (shown, 0);
      append_shown (shown, vac_document_get_root (document));
      g_assert_cmpstr (shown->str, ==,
                       "**No** [mark](https://a.example) \\\\server 2*3 f***|**No**|none|");
    }
}

/* Only what has marks needs a program that knows them. */
static void
test_the_version_is_the_oldest_that_says_the_same (void)
{
  static const struct
  {
    const char *version;
    const char *text;
    const char *written;
  } cases[] = {
    { "1", "plain * [x] text", "2" },
    { "2", "plain * [x] text", "2" },
    { "3", "plain * [x] text", "2" },
    { "1", "**asterisks**", "3" },
    { "2", "**asterisks**", "3" },
    { "3", "**bold**", "3" },
    { "3", "[link](https://a.example)", "3" },
    { "3", "\\\\**asterisks**", "3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{'format':'vacancy-posting','version':%s,'sections':[{'text':'%s'}]}",
          cases[i].version, cases[i].text);
      g_autoptr (VacDocument) document = support_read_quoted (text);
      g_autoptr (GBytes) written = vac_write_document (document);
      g_autoptr (VacDocument) again = vac_read_document (written, NULL);
      g_autofree char *expected = g_strdup_printf ("\"version\": %s,", cases[i].written);
      g_autoptr (GString) shown = g_string_new (NULL), shown_again = g_string_new (NULL);
      g_autofree char *squashed = support_bytes_to_text (written);

      g_assert_nonnull (strstr (squashed, expected));
      append_shown (shown, vac_document_get_root (document));
      append_shown (shown_again, vac_document_get_root (again));
      g_assert_cmpstr (shown->str, ==, shown_again->str);
    }
}

static void
test_a_byte_order_mark_is_dropped (void)
{
  g_autoptr (VacDocument) document = support_read_quoted ("\xef\xbb\xbf{" HEAD "}");
  g_autofree char *squashed = write_squashed (document);

  g_assert_cmpstr (squashed, ==, "{" HEAD "}");
}

static void
test_a_path_is_found_in_the_file (void)
{
  static const char text[] =
    "{ 'format': 'vacancy-posting', 'version': 1,\n"
    "  'job': { 'title': 'é', 'employer': {} },\n"
    "  'sections': [ { 'items': [ 1,\n"
    "    { 'text': 'é' }, { 'é': 'é', 'text': 'x' } ] } ] }";
  static const struct
  {
    const char *path;
    guint       line, column;
  } cases[] = {
    { "", 1, 1 },
    { "version", 1, 43 },
    { "job", 2, 10 },
    { "job.title", 2, 21 },
    { "job.employer", 2, 38 },
    { "job.employer.name", 2, 38 },
    { "job.pay.minimum", 2, 10 },
    { "sections.0.items.0", 3, 30 },
    { "sections.0.items.1.text", 4, 15 },
    { "sections.0.items.2.text", 4, 42 },
    { "sections.0.items.9.text", 3, 28 },
    { "levels.0", 1, 1 },
  };
  g_autoptr (GBytes) bytes = support_quoted_bytes (text);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint line, column;

      g_test_message ("%s", cases[i].path);
      vac_read_position (bytes, cases[i].path, &line, &column);
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
}

static void
test_a_value_is_read_by_itself (void)
{
  static const struct
  {
    VacRole     role;
    const char *value;
    const char *written;   /* NULL: refused */
  } cases[] = {
    { VAC_ROLE_JOB_TITLE, "'T'", "'T'" },
    { VAC_ROLE_JOB_TITLE, " 'T' ", "'T'" },
    { VAC_ROLE_JOB_TITLE, "7", "7" },
    { VAC_ROLE_OPENINGS, "7", "7" },
    { VAC_ROLE_PAY_MINIMUM, "18.50", "18.5" },
    { VAC_ROLE_EMPLOYMENT_TYPES, "[]", "[]" },
    { VAC_ROLE_ITEM, "{'text':'t','x':1}", "{\n  'text': 't',\n  'x': 1\n}" },
    { VAC_ROLE_JOB_TITLE, "", NULL },
    { VAC_ROLE_JOB_TITLE, "T", NULL },
    { VAC_ROLE_JOB_TITLE, "'a','b':'c'", NULL },
    { VAC_ROLE_JOB_TITLE, "'a'}", NULL },
    { VAC_ROLE_JOB_TITLE, "'a'} {", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = g_strdelimit (g_strdup (cases[i].value), "'", '"');
      g_autoptr (GError) error = NULL;
      g_autoptr (VacNode) node = vac_read_value (value, vac_schema_get_field (cases[i].role),
                                                 &error);
      g_autofree char *written = node != NULL ? g_strdelimit (vac_write_value (node), "\"", '\'')
                                              : NULL;

      g_test_message ("%s", cases[i].value);
      g_assert_cmpstr (written, ==, cases[i].written);
      if (node == NULL)
        g_assert_error (error, VAC_ERROR, VAC_ERROR_SYNTAX);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader/keeps/%s", kept[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_kept);
    }
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader/an-edit-takes-the-place-of-another-type/%s",
                                               edits[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_edited_in_place);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader/refuses/%s", refused[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/reader/a-list-replaces-what-stood-in-its-place",
                   test_a_list_replaces_what_stood_in_its_place);
  g_test_add_func ("/reader/a-newer-version-is-read-only-and-kept",
                   test_a_newer_version_is_read_only_and_kept);
  g_test_add_func ("/reader/a-file-of-version-1-opens-and-is-saved-as-version-2",
                   test_a_file_of_version_1_opens_and_is_saved_as_version_2);
  g_test_add_func ("/reader/asterisks-of-version-2-stay-asterisks",
                   test_asterisks_of_version_2_stay_asterisks);
  g_test_add_func ("/reader/the-version-is-the-oldest-that-says-the-same",
                   test_the_version_is_the_oldest_that_says_the_same);
  g_test_add_func ("/reader/a-byte-order-mark-is-dropped", test_a_byte_order_mark_is_dropped);
  g_test_add_func ("/reader/a-path-is-found-in-the-file", test_a_path_is_found_in_the_file);
  g_test_add_func ("/reader/a-value-is-read-by-itself", test_a_value_is_read_by_itself);
  g_test_add_func ("/writer/the-layout-is-one-value-a-line", test_the_layout_is_one_value_a_line);

  return g_test_run ();
}
