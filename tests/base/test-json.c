/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-json"

#include "config.h"

#include <string.h>
#include <time.h>

#include "refused-json.h"
#include "vac-error.h"
#include "vac-json.h"

/* A document with something of everything, for the tests that damage it. */
static const char everything[] =
  "{\n"
  "  \"text\": \"tab \\t, quote \\\", sl\\/ash, \\u00e9, \xc3\xa9, "
  "\\ud83d\\ude00, \xf0\x9f\x98\x80\",\n"
  "  \"numbers\": [ 0, -0, 12, -9223372036854775808, 9223372036854775807, 0.5, -1.25E+3, 2e-5 ],\n"
  "  \"words\": [ true, false, null ],\n"
  "  \"empty\": { \"object\": {}, \"list\": [ ] , \"\": \"\" },\n"
  "  \"deep\": [ [ { \"a\": [ { } ] } ] ]\n"
  "}\n";

typedef struct
{
  const char *name;
  const char *text;     /* a value */
  const char *expected; /* the value in the canonical layout, begun on the first level */
} LayoutCase;

static const LayoutCase layouts[] = {
  { "empty-object", "{ }", "{}" },
  { "empty-list", "[\n]", "[]" },
  { "one-value-a-line", "[1,2 , 3]", "[\n    1,\n    2,\n    3\n  ]" },
  { "nested", "{\"a\":{\"b\":[ ]},\"c\":[[0]]}",
    "{\n    \"a\": {\n      \"b\": []\n    },\n"
    "    \"c\": [\n      [\n        0\n      ]\n    ]\n  }" },
  { "numbers-as-written", "[1.50,-0,1E+2,0.0]",
    "[\n    1.50,\n    -0,\n    1E+2,\n    0.0\n  ]" },
  { "strings-as-written", "\"\\u0041 [{,:}] \\\" \\\\\"", "\"\\u0041 [{,:}] \\\" \\\\\"" },
  { "words", "{\"a\":true,\"b\":null}", "{\n    \"a\": true,\n    \"b\": null\n  }" },
  { "string-that-ends-in-a-backslash", "[\"\\\\\",\"]\"]", "[\n    \"\\\\\",\n    \"]\"\n  ]" },
};

typedef struct
{
  const char *name;
  const char *quoted;
  const char *text;
  const char *written;  /* how we write it; NULL if as quoted */
} StringCase;

static const StringCase strings[] = {
  { "empty", "\"\"", "", NULL },
  { "plain", "\"plain\"", "plain", NULL },
  { "short-escapes", "\"\\\"\\\\\\n\\t\"", "\"\\\n\t", NULL },
  { "other-short-escapes", "\"\\/\\b\\f\\r\"", "/\b\f\r", "\"/\\u0008\\u000c\\u000d\"" },
  { "control-characters", "\"\\u0001\\u001f\"", "\x01\x1f", NULL },
  { "delete-is-no-control-character", "\"\x7f\"", "\x7f", NULL },
  { "escape-of-two-bytes", "\"\\u00e9\\u00E9\"", "\xc3\xa9\xc3\xa9", "\"\xc3\xa9\xc3\xa9\"" },
  { "escape-of-three-bytes", "\"\\u20AC!\"", "\xe2\x82\xac!", "\"\xe2\x82\xac!\"" },
  { "surrogate-pair", "\"a\\ud83d\\uDE00b\"", "a\xf0\x9f\x98\x80" "b",
    "\"a\xf0\x9f\x98\x80" "b\"" },
  { "lowest-and-highest-pair", "\"\\ud800\\udc00\\udbff\\udfff\"",
    "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf", "\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"" },
  { "line-and-paragraph-separator", "\"\xe2\x80\xa8\xe2\x80\xa9\"", "\xe2\x80\xa8\xe2\x80\xa9",
    NULL },
  { "escaped-backslash-before-u", "\"\\\\u0041\"", "\\u0041", NULL },
};

typedef struct
{
  const char *name;
  const char *lexeme;
  gboolean    is_integer;
  gint64      value;
} NumberCase;

static const NumberCase numbers[] = {
  { "zero", "0", TRUE, 0 },
  { "negative", "-12", TRUE, -12 },
  { "money", "120000", TRUE, 120000 },
  { "largest", "9223372036854775807", TRUE, G_MAXINT64 },
  { "smallest", "-9223372036854775808", TRUE, G_MININT64 },
  { "minus-zero", "-0", FALSE, 0 },
  { "fraction", "1.0", FALSE, 0 },
  { "exponent", "1e3", FALSE, 0 },
  { "zero-as-a-fraction", "-0.000e-999", FALSE, 0 },
  { "smallest-fraction", "0.00001", FALSE, 0 },
  { "just-below-a-quadrillion", "999999999999999.5", FALSE, 0 },
  { "text", "\"1\"", FALSE, 0 },
  { "word", "null", FALSE, 0 },
};

static VacJson *
parse_bytes (const char  *data,
             gsize        length,
             GError     **error)
{
  /* A copy of exactly that size, so that a read past the end shows under a sanitizer. */
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return vac_json_parse (bytes, error);
}

static VacJson *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  VacJson *json = parse_bytes (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (json);

  return json;
}

static void
assert_refused (const char *data,
                gsize       length,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VacJson) json = parse_bytes (data, length, &error);
  g_autofree char *description = NULL;

  g_assert_null (json);
  g_assert_error (error, VAC_ERROR, VAC_ERROR_SYNTAX);
  description = vac_error_describe (error, NULL);
  g_assert_cmpstr (description, ==, message);
}

/* Milliseconds of the processor, which other programs on the machine do not change much. */
static double
measure_refusal (GString    *text,
                 const char *message)
{
  clock_t start = clock ();

  assert_refused (text->str, text->len, message);

  return (clock () - start) * 1000.0 / CLOCKS_PER_SEC;
}

static char *
reindent (VacJson *json,
          guint    index,
          guint    indent)
{
  g_autofree char *raw = vac_json_dup_raw (json, index);
  GString *out = g_string_new (NULL);

  vac_json_append_reindented (out, raw, indent);

  return g_string_free (out, FALSE);
}

/* What must be true of anything that was accepted. */
static void
assert_consistent (VacJson *json)
{
  g_autofree char *once = reindent (json, 0, 0);
  g_autoptr (VacJson) again = parse (once);
  g_autofree char *twice = reindent (again, 0, 0);
  const VacJsonToken *tokens, *others;
  gsize n_tokens, n_others;

  g_assert_cmpstr (once, ==, twice);

  tokens = vac_json_get_tokens (json, &n_tokens);
  others = vac_json_get_tokens (again, &n_others);
  g_assert_cmpuint (n_tokens, ==, n_others);
  for (guint i = 0; i < n_tokens; i++)
    {
      gboolean is_object = tokens[i].type == VAC_JSON_OBJECT;
      guint child = i + 1, n_children = 0;

      for (; child < tokens[i].next; child = tokens[child].next, n_children++)
        {
          g_assert_cmpuint (tokens[child].start, >, tokens[i].start);
          g_assert_cmpuint (tokens[child].end, <, tokens[i].end);
          if (is_object && n_children % 2 == 0)
            g_assert_cmpint (tokens[child].type, ==, VAC_JSON_STRING);
        }
      g_assert_cmpuint (child, ==, tokens[i].next);
      g_assert_cmpuint (n_children, ==, tokens[i].count * (is_object ? 2 : 1));
      g_assert_cmpint (tokens[i].type, ==, others[i].type);
      g_assert_cmpuint (tokens[i].next, ==, others[i].next);
    }
}

static void
test_refused (gconstpointer data)
{
  const RefusedCase *row = data;

  assert_refused (row->text, strlen (row->text), row->message);
}

static void
test_nul_byte (void)
{
  static const char text[] = "{\n\"a\": \"b\0c\"}";

  assert_refused (text, sizeof (text) - 1,
                  "2:8: The file contains a NUL byte, so it is not text.");
}

static void
test_eighty_thousand_brackets (void)
{
  g_autoptr (GString) text = g_string_new ("{\"a\":");

  for (guint i = 0; i < 80000; i++)
    g_string_append_c (text, '[');
  assert_refused (text->str, text->len, "1:69: Objects and lists are nested more than 64 deep.");
}

static void
test_depth_limit (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VacJson) json = NULL;

  for (guint i = 0; i < VAC_JSON_MAX_DEPTH; i++)
    g_string_append (text, "{\"a\":");
  g_string_append (text, "0");
  for (guint i = 0; i < VAC_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, '}');
  json = parse (text->str);
  assert_consistent (json);
}

static void
test_forty_mebibytes (void)
{
  gsize size = 40 * 1024 * 1024;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GError) error = NULL;
  g_autoptr (VacJson) json = vac_json_parse (bytes, &error);
  g_autofree char *description = NULL;

  g_assert_null (json);
  g_assert_error (error, VAC_ERROR, VAC_ERROR_SYNTAX);
  description = vac_error_describe (error, NULL);
  g_assert_cmpstr (description, ==, "1:1: The file is larger than 16 MiB.");
}

static void
test_size_limit (void)
{
  g_autoptr (GString) text = g_string_new ("{}");

  while (text->len < VAC_JSON_MAX_BYTES)
    g_string_append_c (text, ' ');
  vac_json_unref (parse (text->str));

  g_string_append_c (text, ' ');
  assert_refused (text->str, text->len, "1:1: The file is larger than 16 MiB.");
}

static void
test_member_limit (void)
{
  g_autoptr (GString) text = g_string_new ("{\n");
  g_autoptr (VacJson) json = NULL;

  for (guint i = 0; i < VAC_JSON_MAX_MEMBERS; i++)
    g_string_append_printf (text, "%s\"%u\":0", i > 0 ? ",\n" : "", i);
  g_string_append_c (text, '}');
  json = parse (text->str);
  g_assert_cmpuint (vac_json_get_tokens (json, NULL)->count, ==, VAC_JSON_MAX_MEMBERS);

  g_string_truncate (text, text->len - 1);
  g_string_append (text, ",\n\"more\":0}");
  assert_refused (text->str, text->len,
                  "10002:1: An object must not have more than 10000 members.");
}

/* A name that has the same hash under h * 33 + c as all others of that length: "Ab" and "BA" do. */
static void
append_colliding_name (GString *out,
                       guint    number,
                       guint    n_pairs)
{
  for (guint i = 0; i < n_pairs; i++)
    g_string_append (out, i < 32 && (number >> i) & 1 ? "BA" : "Ab");
}

static void
test_colliding_names (void)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new ("{");

  append_colliding_name (one, 1, 48);
  append_colliding_name (other, 9999, 48);
  g_assert_cmpuint (g_str_hash (one->str), ==, g_str_hash (other->str));

  for (guint i = 0; i < VAC_JSON_MAX_MEMBERS; i++)
    {
      g_string_append (text, i > 0 ? ",\"" : "\"");
      append_colliding_name (text, i, 48);
      g_string_append (text, "\":0");
    }
  g_string_append (text, "}!");
  g_assert_cmpuint (text->len, >, 1000 * 1000);
  g_assert_cmpfloat (measure_refusal (text, "1:1010002: There is something after the end of the "
                                            "document."), <, 100);
}

static void
test_large_files (void)
{
  static const char *const units[] = {
    "0,", "1.5,", "[],", "{\"a\":0,\"b\":0},", "\"\\u0041\",", "\"abc\",",
    "{\"\\u0061\":0},", "9223372036854775807,", "\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("{\"a\":[");
      gsize length = strlen (units[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (VacJson) json = NULL;
      clock_t start;
      double elapsed;

      while (text->len + length + 4 < VAC_JSON_MAX_BYTES)
        g_string_append (text, units[i]);
      g_string_append (text, "0]}");

      start = clock ();
      json = parse_bytes (text->str, text->len, &error);
      elapsed = (clock () - start) * 1000.0 / CLOCKS_PER_SEC;
      g_assert_no_error (error);
      g_test_message ("16 MiB of %s: %.0f ms", units[i], elapsed);
      g_assert_cmpfloat (elapsed, <, 5000);
    }
}

static void
test_truncated (void)
{
  gsize length = strlen (everything) - 1;

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VacJson) json = parse_bytes (everything, i, &error);

      g_assert_null (json);
      g_assert_error (error, VAC_ERROR, VAC_ERROR_SYNTAX);
    }
}

/* Puts bytes that mean something to JSON, or any, over, into or out of the document. */
static void
mutate (GString *text)
{
  static const char telling[] = "{}[]\",:\\u0019eE+-.tfn/ \n\t";
  gssize at = g_test_rand_int_range (0, (gint32) text->len);
  gssize n_erased = g_test_rand_int_range (1, 9);
  char byte = g_test_rand_bit () ? telling[g_test_rand_int_range (0, sizeof (telling))]
                                 : (char) g_test_rand_int_range (0, 256);

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      text->str[at] = byte;
      break;
    case 1:
      g_string_insert_c (text, at, byte);
      break;
    default:
      g_string_erase (text, at, MIN (n_erased, (gssize) text->len - at));
    }
}

static void
test_mutated (void)
{
  guint n_accepted = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (everything);
      g_autoptr (GError) error = NULL;
      g_autoptr (VacJson) json = NULL;

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        mutate (text);
      json = parse_bytes (text->str, text->len, &error);
      g_assert_true ((json != NULL) == (error == NULL));
      if (json == NULL)
        continue;
      n_accepted++;
      assert_consistent (json);
    }
  g_test_message ("%u of 20000 accepted", n_accepted);
  g_assert_cmpuint (n_accepted, >, 0);
}

static void
test_everything (void)
{
  g_autoptr (VacJson) json = parse (everything);

  g_assert_false (vac_json_had_bom (json));
  assert_consistent (json);
}

static void
test_tokens (void)
{
  static const VacJsonToken expected[] = {
    { VAC_JSON_OBJECT, 1, 35, 9, 2 },
    { VAC_JSON_STRING, 2, 5, 2, 0 },
    { VAC_JSON_ARRAY, 6, 26, 7, 4 },
    { VAC_JSON_NUMBER, 8, 10, 4, 0 },
    { VAC_JSON_TRUE, 12, 16, 5, 0 },
    { VAC_JSON_FALSE, 17, 22, 6, 0 },
    { VAC_JSON_OBJECT, 23, 25, 7, 0 },
    { VAC_JSON_STRING, 27, 29, 8, 0 },
    { VAC_JSON_NULL, 30, 34, 9, 0 },
  };
  g_autoptr (VacJson) json = parse (" {\"a\":[ 12, true,false,{}],\"\":null}");
  const VacJsonToken *tokens;
  gsize n_tokens;

  tokens = vac_json_get_tokens (json, &n_tokens);
  g_assert_cmpuint (n_tokens, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_tokens; i++)
    g_assert_cmpmem (&tokens[i], sizeof (VacJsonToken), &expected[i], sizeof (VacJsonToken));
}

static void
test_bom (void)
{
  g_autoptr (VacJson) json = parse ("\xef\xbb\xbf{ \"a\": 1 }");
  g_autofree char *raw = vac_json_dup_raw (json, 0);
  guint line, column;

  g_assert_true (vac_json_had_bom (json));
  g_assert_cmpstr (raw, ==, "{ \"a\": 1 }");
  vac_json_get_position (json, 1, &line, &column);
  g_assert_cmpuint (line, ==, 1);
  g_assert_cmpuint (column, ==, 3);
}

static void
test_positions (void)
{
  /* Not in order, so that going back is tried too. */
  static const struct { guint index, line, column; } expected[] = {
    { 4, 3, 5 }, { 0, 1, 1 }, { 1, 2, 3 }, { 2, 2, 8 }, { 3, 2, 13 }, { 4, 3, 5 }, { 2, 2, 8 },
  };
  g_autoptr (VacJson) json = parse ("{\r\n  \"\xc3\xa9\": \"\xf0\x9f\x98\x80\", \"b\"\n:   7}");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint line, column;

      vac_json_get_position (json, expected[i].index, &line, &column);
      g_assert_cmpuint (line, ==, expected[i].line);
      g_assert_cmpuint (column, ==, expected[i].column);
    }
}

static void
test_data_of_other_programs_may_be_a_list (void)
{
  static const char list[] = " [{\"a\": 1}, [], 2]";
  static const char other[] = "\n \"a\"";
  g_autoptr (GBytes) bytes = g_bytes_new_static (list, strlen (list));
  g_autoptr (GBytes) text = g_bytes_new_static (other, strlen (other));
  g_autoptr (GError) error = NULL;
  g_autoptr (VacJson) json = vac_json_parse_data (bytes, &error);
  g_autoptr (VacJson) none = NULL;
  g_autofree char *description = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (vac_json_get_tokens (json, NULL)[0].type, ==, VAC_JSON_ARRAY);
  g_assert_cmpuint (vac_json_get_tokens (json, NULL)[0].count, ==, 3);

  none = vac_json_parse_data (text, &error);
  g_assert_null (none);
  description = vac_error_describe (error, NULL);
  g_assert_cmpstr (description, ==, "2:2: A file of data must be an object, in braces, or a list, "
                                    "in brackets.");
}

static void
test_layout (gconstpointer data)
{
  const LayoutCase *row = data;
  g_autofree char *text = g_strconcat ("{\"a\": ", row->text, "}", NULL);
  g_autoptr (VacJson) json = parse (text);
  g_autofree char *result = reindent (json, 2, 1);
  g_autoptr (GString) again = g_string_new (NULL);

  g_assert_cmpstr (result, ==, row->expected);
  vac_json_append_reindented (again, result, 1);
  g_assert_cmpstr (again->str, ==, row->expected);
}

static void
test_string (gconstpointer data)
{
  const StringCase *row = data;
  g_autofree char *document = g_strconcat ("{", row->quoted, ":", row->quoted, "}", NULL);
  g_autofree char *longer = g_strconcat (row->text, "x", NULL);
  g_autoptr (VacJson) json = parse (document);
  g_autofree char *text = vac_json_dup_string (json, 2);
  g_autoptr (GString) written = g_string_new (NULL);

  g_assert_cmpstr (text, ==, row->text);
  g_assert_true (vac_json_string_equals (json, 1, row->text));
  g_assert_false (vac_json_string_equals (json, 1, longer));
  g_assert_false (vac_json_string_equals (json, 0, row->text));
  vac_json_append_string (written, row->text);
  g_assert_cmpstr (written->str, ==, row->written != NULL ? row->written : row->quoted);
}

static void
test_number (gconstpointer data)
{
  const NumberCase *row = data;
  g_autofree char *document = g_strconcat ("{\"a\":", row->lexeme, "}", NULL);
  g_autoptr (VacJson) json = parse (document);
  gint64 value = 42;

  g_assert_cmpint (vac_json_get_integer (json, 2, &value), ==, row->is_integer);
  g_assert_cmpint (value, ==, row->is_integer ? row->value : 42);
}

static void
add_case (const char    *folder,
          const char    *name,
          gconstpointer  row,
          GTestDataFunc  test)
{
  g_autofree char *path = g_strconcat ("/json/", folder, "/", name, NULL);

  g_test_add_data_func (path, row, test);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    add_case ("refuses", refused[i].name, &refused[i], test_refused);
  g_test_add_func ("/json/refuses/nul-byte", test_nul_byte);
  g_test_add_func ("/json/refuses/eighty-thousand-brackets", test_eighty_thousand_brackets);
  g_test_add_func ("/json/refuses/forty-mebibytes", test_forty_mebibytes);
  g_test_add_func ("/json/limits/depth-of-64-is-fine", test_depth_limit);
  g_test_add_func ("/json/limits/16-mebibytes-are-fine-and-one-byte-more-is-not", test_size_limit);
  g_test_add_func ("/json/limits/10000-members-are-fine-and-one-more-is-not", test_member_limit);
  g_test_add_func ("/json/speed/colliding-names-are-checked-within-100-ms", test_colliding_names);
  g_test_add_func ("/json/speed/the-largest-files-take-linear-time", test_large_files);
  g_test_add_func ("/json/damage/cut-off-anywhere-is-an-error", test_truncated);
  g_test_add_func ("/json/damage/mutated-is-refused-or-consistent", test_mutated);
  g_test_add_func ("/json/accepts/everything-of-the-grammar", test_everything);
  g_test_add_func ("/json/accepts/byte-order-mark-and-says-so", test_bom);
  g_test_add_func ("/json/accepts/a-list-in-data-of-other-programs",
                   test_data_of_other_programs_may_be_a_list);
  g_test_add_func ("/json/tokens/lie-flat-in-the-order-of-the-text", test_tokens);
  g_test_add_func ("/json/tokens/know-their-line-and-column", test_positions);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    add_case ("layout", layouts[i].name, &layouts[i], test_layout);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    add_case ("string", strings[i].name, &strings[i], test_string);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    add_case ("number", numbers[i].name, &numbers[i], test_number);

  return g_test_run ();
}
