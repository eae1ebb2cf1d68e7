/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsf/gsf.h>
#include <string.h>

#include "exporting.h"
#include "support.h"
#include "vac-audience.h"
#include "vac-wording.h"

/* What is meant for the hiring team says SECRET in every way in which a file can mean it: clearly,
 * by a slip, in members that we do not know and in values of a type that we do not expect. */
static const char secrets[] =
  "{ \"format\": \"vacancy-posting\", \"version\": 1, \"x\": \"SECRET root\", \"job\": {"
  "    \"title\": \"Engineer\", \"x\": \"SECRET job\", \"department\": [\"SECRET department\"],"
  "    \"employer\": { \"name\": \"Acme\", \"about\": \"We are {{employer}}.\", \"x\": \"SECRET "
  "employer\" },"
  "    \"pay\": { \"disclose\": \"no\", \"minimum\": 77777, \"maximum\": 88888, \"bonus\": "
  "\"SECRET bonus\","
  "               \"equity\": \"SECRET equity\", \"note\": \"SECRET pay note\" } },"
  "  \"sections\": ["
  "    { \"title\": \"SECRET 1\", \"audience\": \"team\", \"text\": \"SECRET\" },"
  "    { \"title\": \"SECRET 2\", \"audience\": \"Team\", \"text\": \"SECRET\" },"
  "    { \"title\": \"SECRET 3\", \"audience\": 5, \"text\": \"SECRET\", \"items\": [{ \"text\": "
  "\"SECRET\" }] },"
  "    { \"title\": \"SECRET 4\", \"audience\": null, \"text\": \"SECRET\" },"
  "    { \"title\": \"SECRET 5\", \"audience\": [\"team\"], \"text\": \"SECRET\" },"
  "    { \"title\": \"SECRET 6\", \"include\": false, \"text\": \"SECRET\" },"
  "    { \"title\": \"SECRET 7\", \"include\": \"no\", \"text\": \"SECRET\" },"
  "    { \"title\": \"SECRET 8\", \"include\": 0, \"text\": \"SECRET\" },"
  "    { \"title\": \"Public\", \"text\": \"Known to all.\", \"advice\": \"SECRET advice\", \"x\": "
  "\"SECRET section\","
  "      \"table\": \"salaries\","
  "      \"items\": [ { \"text\": \"Known, too.\", \"x\": \"SECRET item\" }, \"SECRET for an "
  "item\","
  "                   { \"text\": { \"x\": \"SECRET for a text\" } } ],"
  "      \"sections\": [ { \"title\": \"SECRET 9\", \"audience\": {}, \"text\": \"SECRET\" },"
  "                      { \"title\": \"Sub\", \"text\": \"Known below.\","
  "                        \"sections\": [ { \"title\": \"SECRET 10\", \"text\": \"SECRET\" } ] } "
  "] } ],"
  "  \"variations\": [ { \"id\": \"v\", \"title\": \"SECRET variation\" } ],"
  "  \"industries\": [ { \"title\": \"SECRET industry\" } ],"
  "  \"salaries\": { \"source\": \"SECRET source\", \"x\": \"SECRET salaries\", \"factors\": [ "
  "\"SECRET factor\" ],"
  "                  \"places\": [ { \"name\": \"SECRET place\", \"minimum\": 77777, \"maximum\": "
  "88888 } ] },"
  "  \"levels\": [ { \"name\": \"SECRET level\", \"include\": \"no\", \"basis\": \"amount\", "
  "\"from\": 1, \"to\": 2 } ],"
  "  \"assessments\": [ { \"title\": \"SECRET assessment\" } ],"
  "  \"review\": { \"ignored\": [ { \"rule\": \"SECRET rule\", \"context\": \"SECRET words\" } ],"
  "                \"reviewed\": [ { \"section\": \"SECRET part\", \"digest\": \"SECRET\" } ] } }";

static void
append_parts (GsfInfile *folder,
              GString   *out)
{
  for (int i = 0; i < gsf_infile_num_children (folder); i++)
    {
      GsfInput *child = gsf_infile_child_by_index (folder, i);
      gsize size = (gsize) gsf_input_size (child);

      if (GSF_IS_INFILE (child) && gsf_infile_num_children (GSF_INFILE (child)) > 0)
        append_parts (GSF_INFILE (child), out);
      else if (size > 0)
        g_string_append_len (out, (const char *) gsf_input_read (child, size, NULL), (gssize) size);
      g_object_unref (child);
    }
}

static char *
unzip (GBytes *bytes)
{
  GsfInput *input = gsf_input_memory_new (g_bytes_get_data (bytes, NULL),
                                          (gsf_off_t) g_bytes_get_size (bytes), FALSE);
  GsfInfile *zip = gsf_infile_zip_new (input, NULL);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (zip);
  append_parts (zip, text);
  g_object_unref (zip);
  g_object_unref (input);

  return g_string_free (text, FALSE);
}

static char *
export_text (VacDocument       *document,
             const VacExporter *exporter)
{
  g_autoptr (GBytes) bytes = support_export (document, exporter, VAC_AUDIENCE_CANDIDATE);

  if (g_str_equal (exporter->extension, "docx"))
    return unzip (bytes);

  return support_bytes_to_text (bytes);
}

static void
test_the_teams_part (gconstpointer data)
{
  const VacExporter *exporter = data;
  g_autoptr (VacDocument) document = support_read_text (secrets);
  g_autofree char *text = export_text (document, exporter);
  const char *secret = strstr (text, "SECRET");

  g_assert_cmpstr (secret, ==, NULL);
  g_assert_null (strstr (text, "77777"));
  g_assert_null (strstr (text, "77,777"));
  /* Not because nothing is there. */
  g_assert_nonnull (strstr (text, "Engineer"));
  g_assert_nonnull (strstr (text, "Known to all."));
}

static void
test_placeholders (gconstpointer data)
{
  const VacExporter *exporter = data;
  g_autoptr (VacDocument) document = support_read_text (
      "{ \"format\": \"vacancy-posting\", \"version\": 1, \"job\": { \"title\": \"Engineer at "
      "{{employer}}\","
      "  \"employer\": { \"name\": \"Acme\", \"about\": \"We are {{employer}}.\" },"
      "  \"pay\": { \"bonus\": \"{{employer}} shares\" } },"
      "  \"sections\": [ { \"title\": \"About {{employer}}\", \"text\": \"Join {{employer}}.\" } ] "
      "}");
  g_autofree char *text = export_text (document, exporter);
  const char *unfilled = strstr (text, "{{");

  g_assert_cmpstr (unfilled, ==, NULL);
  g_assert_nonnull (strstr (text, "Join Acme."));
}

/* Figures from a file may be as large as an amount can be; larger ones are kept and not read. */
static void
test_largest_figures (void)
{
  g_autoptr (VacDocument) document = support_read_text (
      "{ \"format\": \"vacancy-posting\", \"version\": 1, \"job\": { \"title\": \"Engineer\","
      "  \"pay\": { \"disclose\": true, \"currency\": \"USD\", \"minimum\": 0, \"maximum\": "
      "922337203685477.5807 } },"
      "  \"sections\": [ { \"title\": \"Salaries\", \"table\": \"salaries\" }, { \"title\": "
      "\"Pay\", \"table\": \"pay\" } ],"
      "  \"levels\": [ { \"name\": \"Senior\", \"include\": true, \"from\": 500, \"to\": 1000 },"
      "                { \"name\": \"Junior\", \"include\": true, \"from\": -9223372036854775808, "
      "\"to\": 3 } ],"
      "  \"salaries\": { \"currency\": \"USD\", \"places\": [ { \"name\": \"Here\", \"minimum\": "
      "922337203685475,"
      "                                                \"maximum\": 922337203685477 },"
      "  { \"name\": \"Beyond\", \"minimum\": 9223372036854775805, \"maximum\": "
      "9223372036854775807 } ] } }");
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_TEAM);
  gboolean has_middle = FALSE;

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      has_middle |= block->cells != NULL &&
                    g_strcmp0 (block->cells[3], "$922,337,203,685,476") == 0;
    }
  g_assert_true (has_middle);
}

/* cairo makes no page of a text with a noncharacter in it, and XML forbids them. */
static void
test_noncharacters (void)
{
  g_autoptr (VacDocument) document = support_read_text (
      "{ \"format\": \"vacancy-posting\", \"version\": 1, \"job\": { \"title\": "
      "\"En\\ufffeg\\ud83f\\udfffi\","
      "  \"employer\": { \"name\": \"A\\ufdd0c\\u0001me\" } },"
      "  \"sections\": [ { \"text\": \"é\\uffff語\\r\\n😀\\ufdef·\\ufffd\" } ] }");
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);

  g_assert_cmpstr (vac_outline_get_title (outline), ==, "Engi");
  g_assert_cmpstr (vac_outline_get_author (outline), ==, "Acme");
  g_assert_cmpstr (vac_outline_get_block (outline, 0)->text, ==, "Engi");
  g_assert_cmpstr (vac_outline_get_block (outline, 2)->text, ==, "é語\n😀·\ufffd");
}

/* The texts of all leaves that are for candidates; in a copy, of all. */
static void
collect_texts (VacDocument *document,
               VacNode     *node,
               gboolean     all,
               GString     *out)
{
  const VacField *field = vac_node_get_field (node);

  if (!all && !vac_audience_sees (VAC_AUDIENCE_CANDIDATE, document, node))
    return;
  if (field != NULL && (field->kind == VAC_KIND_TEXT || field->kind == VAC_KIND_PROSE ||
                        field->kind == VAC_KIND_INTEGER || vac_field_is_decimal (field)))
    {
      g_autofree char *filled = vac_wording_fill (document, vac_node_get_text (node), NULL);

      if (*filled != '\0')
        g_string_append_printf (out, "%s\n", filled);
    }
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    collect_texts (document, vac_node_get_child (node, i), all, out);
}

static void
assert_json_and_the_rule_agree (const char *path)
{
  g_autoptr (VacDocument) document = support_load_document (path);
  g_autofree char *kept = support_export_text (document, "json", VAC_AUDIENCE_CANDIDATE);
  g_autoptr (VacDocument) copy = support_read_text (kept);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GString) there = g_string_new (NULL);

  g_test_message ("%s", path);
  collect_texts (document, vac_document_get_root (document), FALSE, seen);
  collect_texts (copy, vac_document_get_root (copy), TRUE, there);
  g_assert_cmpuint (seen->len, >, 100);
  g_assert_cmpstr (there->str, ==, seen->str);
}

/* The JSON that candidates get and the rule of who sees what say the same of every text. */
static void
test_json_and_the_rule_agree (void)
{
  static const char *const paths[] = {
    "export/golden/posting.json", "export/golden/hostile.json", "export/golden/remote.json",
  };
  g_auto (GStrv) guides = support_list_guides ();

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    assert_json_and_the_rule_agree (paths[i]);
  for (guint i = 0; guides[i] != NULL; i++)
    assert_json_and_the_rule_agree (guides[i]);
}

int
main (int    argc,
      char **argv)
{
  const VacExporter *const *exporters = support_formats.exporters;

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_autofree char *team = g_strdup_printf ("/candidates/%s/never-has-what-is-for-the-team",
                                               exporters[i]->id);
      g_autofree char *filled = g_strdup_printf ("/candidates/%s/has-every-placeholder-filled",
                                                 exporters[i]->id);

      g_test_add_data_func (team, exporters[i], test_the_teams_part);
      g_test_add_data_func (filled, exporters[i], test_placeholders);
    }
  g_test_add_func ("/candidates/figures-of-any-size-are-shown-or-left-out", test_largest_figures);

  g_test_add_func ("/candidates/json-and-the-rule-of-who-sees-what-agree",
                   test_json_and_the_rule_agree);
  g_test_add_func ("/candidates/noncharacters-are-dropped-and-nothing-else", test_noncharacters);

  return g_test_run ();
}
