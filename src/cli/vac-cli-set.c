/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-set"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-edition.h"
#include "vac-entry.h"
#include "vac-error.h"
#include "vac-quote.h"
#include "vac-reader.h"
#include "vac-safe-file.h"

/* How values are to be taken. */
typedef struct
{
  gboolean json;
  gboolean guide_texts;
} Manner;

/* "@FILE" for a picture, as curl and others have it: no value of its own begins so. */
static gboolean
set_picture (VacDocument *document,
             VacNode     *leaf,
             const char  *name,
             GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GBytes) bytes = vac_safe_file_load (file, VAC_PICTURE_MAX_INPUT, NULL, NULL, error);
  g_autofree char *uri = bytes != NULL ? vac_picture_take_in (bytes, error) : NULL;

  return uri != NULL && vac_document_set_text (document, leaf, uri);
}

/* Takes what a person would type into the form. @note tells how it was understood where that may
 * surprise. */
static gboolean
set_typed (VacDocument *document,
           VacNode     *leaf,
           const char  *value,
           char       **note,
           GError     **error)
{
  if (*value == '@' && vac_node_get_kind (leaf) == VAC_KIND_PICTURE)
    return set_picture (document, leaf, value + 1, error);

  return vac_entry_type (document, leaf, value, note, error);
}

/* Whether everything in a node that was read from the command line is as the schema says. */
static gboolean
is_acceptable (VacNode *node,
               GError **error)
{
  const VacField *field = vac_node_get_field (node);

  if (field == NULL)
    return TRUE;
  if (vac_node_get_raw (node) != NULL)
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                   _("%s: This value is of a type that does not belong here."), _(field->label));
      return FALSE;
    }
  if (vac_field_is_leaf (field) && !vac_field_accepts (field, vac_node_get_text (node), error))
    return FALSE;
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    if (!is_acceptable (vac_node_get_child (node, i), error))
      return FALSE;

  return TRUE;
}

static void
remove_elements (VacDocument *document,
                 VacNode     *list)
{
  g_assert (vac_node_get_kind (list) == VAC_KIND_LIST);

  if (vac_node_get_raw (list) != NULL)
    {
      g_autoptr (VacNode) element = vac_node_new (vac_node_get_field (list)->element);

      vac_document_append (document, list, element);
    }
  for (guint i = vac_node_get_n_children (list); i > 0; i--)
    vac_document_remove (document, vac_node_get_child (list, i - 1));
}

static gboolean
assign (VacDocument *document,
        VacNode     *node,
        VacNode     *source,
        GError     **error)
{
  VacKind kind = vac_node_get_kind (node);

  if (kind != VAC_KIND_RECORD && kind != VAC_KIND_LIST)
    return vac_entry_set (document, node, vac_node_get_text (source), error);

  if (kind == VAC_KIND_LIST)
    remove_elements (document, node);
  for (guint i = 0; i < vac_node_get_n_children (source); i++)
    {
      VacNode *child = vac_node_get_child (source, i);
      g_autoptr (VacNode) copy = NULL;

      if (kind == VAC_KIND_LIST)
        {
          copy = vac_node_copy (child);
          vac_document_append (document, node, copy);
        }
      else if (vac_node_get_field (child) == NULL)
        {
          g_set_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND, _("There is no member “%s”."),
                       vac_node_get_name (child));
          return FALSE;
        }
      else if (!assign (document, vac_node_get (node, vac_node_get_role (child)), child, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
clear_node (VacDocument *document,
            VacNode     *node,
            GError     **error)
{
  VacNode *parent = vac_node_get_parent (node);

  if (parent == NULL || vac_node_get_field (node) == NULL)
    return vac_error_refuse (error, _("This cannot be removed."));
  if (vac_node_get_kind (parent) == VAC_KIND_LIST)
    return vac_document_remove (document, node);
  if (vac_field_is_leaf (vac_node_get_field (node)))
    return vac_entry_set (document, node, "", error);
  if (vac_node_get_kind (node) == VAC_KIND_LIST)
    remove_elements (document, node);
  for (guint i = 0;
       vac_node_get_kind (node) == VAC_KIND_RECORD && i < vac_node_get_n_children (node); i++)
    if (vac_node_get_field (vac_node_get_child (node, i)) != NULL &&
        !clear_node (document, vac_node_get_child (node, i), error))
      return FALSE;

  return TRUE;
}

static VacNode *
make_element (const VacField *field,
              const char     *value)
{
  g_assert (field != NULL);

  if (vac_field_is_leaf (field))
    return vac_node_new_leaf (field, value);
  if (vac_field_get_main_role (field) != VAC_ROLE_NONE)
    return vac_node_new_record (field, vac_field_get_main_role (field), value, VAC_ROLE_NONE);

  return vac_node_new (field);
}

static gboolean
append_element (VacDocument *document,
                VacNode     *list,
                const char  *value,
                gboolean     json,
                GError     **error)
{
  const VacField *field = vac_node_get_kind (list) == VAC_KIND_LIST
                              ? vac_node_get_field (list)->element
                              : NULL;
  g_autoptr (VacNode) element = NULL;

  if (field == NULL)
    return vac_error_refuse (error, _("Entries can only be added to a list."));
  element = json ? vac_read_value (value, field, error) : make_element (field, value);

  return element != NULL && is_acceptable (element, error) &&
         vac_document_append (document, list, element);
}

static gboolean
switch_language (VacDocument *document,
                 const char  *language,
                 char       **note,
                 GError     **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (VacGuideLibrary) library = NULL;
  VacEditionSwitch result;

  if (!vac_field_accepts (vac_schema_get_field (VAC_ROLE_LANGUAGE), language, error))
    return FALSE;

  folder = vac_guide_get_user_folder ();
  library = vac_guide_library_new (folder);
  vac_edition_switch_language (library, document, language, &result);
  *note = vac_edition_describe (&result, language);

  return TRUE;
}

static gboolean
set_node (VacDocument  *document,
          VacNode      *node,
          const char   *value,
          const Manner *manner,
          char        **note,
          GError      **error)
{
  const VacField *field = vac_node_get_field (node);
  const gboolean json = manner->json;
  g_autoptr (VacNode) source = NULL;

  if (field == NULL)
    return vac_error_refuse (error, _("This program does not know what belongs there."));
  if (manner->guide_texts && !json && field->role == VAC_ROLE_LANGUAGE)
    return switch_language (document, value, note, error);
  if (json && g_str_equal (value, "null"))
    return clear_node (document, node, error);
  if (!json && !vac_field_is_leaf (field))
    return vac_error_refuse (
        error, _("This is not a single value; add to a list with +=, or use --json."));
  if (!json)
    return set_typed (document, node, value, note, error);

  source = vac_read_value (value, field, error);

  return source != NULL && is_acceptable (source, error) && assign (document, node, source, error);
}

/* The two members that make a file a posting must not change. */
static gboolean
is_changeable (VacNode *node,
               GError **error)
{
  VacRole role = vac_node_get_role (node);

  return role != VAC_ROLE_FORMAT && role != VAC_ROLE_VERSION && role != VAC_ROLE_DOCUMENT
             ? TRUE
             : vac_error_refuse (
                   error, _("This is what makes the file a posting; it cannot be changed."));
}

static gboolean
perform (VacDocument  *document,
         const char   *assignment,
         const Manner *manner,
         char        **note,
         GError      **error)
{
  const char *equals = strchr (assignment, '=');
  gboolean adds = equals > assignment && equals[-1] == '+';
  g_autofree char *path = g_strndup (assignment, (gsize) (equals - assignment) - (adds ? 1 : 0));
  VacNode *node = vac_node_lookup (vac_document_get_root (document), path, error);

  if (node == NULL || !is_changeable (node, error))
    return FALSE;

  return adds ? append_element (document, node, equals + 1, manner->json, error)
              : set_node (document, node, equals + 1, manner, note, error);
}

static gboolean
unset_path (VacDocument *document,
           const char  *path,
           GError     **error)
{
  VacNode *node = vac_node_lookup (vac_document_get_root (document), path, error);

  return node != NULL && is_changeable (node, error) && clear_node (document, node, error);
}

static gboolean
report (VacCliFile   *file,
        const char   *argument,
        const GError *error)
{
  g_autofree char *quoted = vac_quote_shorten (argument);

  vac_cli_tell ("%s: %s: %s", file->name, quoted, error->message);

  return FALSE;
}

/* All or nothing: a document in which one change failed is not written. */
static gboolean
perform_all (VacCliFile   *file,
             char        **assignments,
             char        **unset,
             const Manner *manner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);

  if (vac_document_get_read_only (file->document))
    {
      vac_cli_tell (
          "%s: %s", file->name,
          _("This posting was made by a newer version of the program and is not changed."));
      return FALSE;
    }
  for (guint i = 0; assignments[i] != NULL; i++)
    {
      g_autofree char *note = NULL;

      if (!perform (file->document, assignments[i], manner, &note, &error))
        return report (file, assignments[i], error);
      if (note != NULL)
        g_ptr_array_add (notes, g_strdup_printf ("%s: %s: %s", file->name, assignments[i], note));
    }
  for (guint i = 0; unset != NULL && unset[i] != NULL; i++)
    if (!unset_path (file->document, unset[i], &error))
      return report (file, unset[i], error);
  for (guint i = 0; i < notes->len; i++)
    vac_cli_tell ("%s", (char *) g_ptr_array_index (notes, i));

  return TRUE;
}

static int
write_result (VacCliFile *file,
              const char *output,
              gboolean    force)
{
  g_autoptr (GBytes) bytes = NULL;

  if (output == NULL && file->file != NULL && !vac_document_get_modified (file->document))
    return VAC_CLI_FINE;
  if (output == NULL)
    return vac_cli_file_save (file) ? VAC_CLI_FINE : VAC_CLI_MISUSED;

  bytes = vac_cli_file_make_bytes (file);

  return bytes != NULL && vac_cli_write (output, bytes, force) ? VAC_CLI_FINE : VAC_CLI_MISUSED;
}

static int
run_set (const VacVerb    *verb,
         const VacFormats *formats,
         char            **arguments)
{
  Manner manner = { 0 };
  gboolean force = FALSE;
  g_autofree char *output = NULL;
  g_auto (GStrv) unset = NULL;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &manner.json, N_("Each VALUE is raw JSON"),
      NULL },
    { "guide-texts", 'g', 0, G_OPTION_ARG_NONE, &manner.guide_texts,
      N_("Along with language, take over what is the guide’s"), NULL },
    { "unset", 'u', 0, G_OPTION_ARG_STRING_ARRAY, &unset,
      N_("Empty a field, or remove an entry from its list"), N_("PATH") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write there and leave FILE as it is"),
      N_("FILE") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &force, N_("Replace an existing file"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, G_MAXUINT);
  g_autoptr (VacCliFile) file = NULL;

  if (words == NULL)
    return VAC_CLI_MISUSED;
  if (words[1] == NULL && unset == NULL)
    return vac_cli_misuse (verb, _("Something is missing: %s."), "PATH=VALUE");
  for (guint i = 1; words[i] != NULL; i++)
    {
      if (!g_utf8_validate (words[i], -1, NULL))
        return vac_cli_misuse (verb, "%s", _("A value is not valid UTF-8 text."));
      if (strchr (words[i], '=') == NULL)
        {
          g_autofree char *quoted = vac_quote_shorten (words[i]);

          return vac_cli_misuse (verb, _("“%s” is not PATH=VALUE."), quoted);
        }
    }

  file = vac_cli_file_open (words[0]);
  if (file == NULL || !perform_all (file, words + 1, unset, &manner))
    return VAC_CLI_MISUSED;

  return write_result (file, output, force);
}

const VacVerb vac_cli_set = {
  .name = "set",
  .usage = N_("FILE PATH=VALUE…"),
  .summary = N_("Change fields of a posting and write it."),
  .details = N_("PATH=VALUE sets a field, PATH+=VALUE adds an entry to a list. Values are "
  "understood and checked as in the window’s forms: 180k, £24,404, 12/23/2026, in 4 weeks. If one "
  "is refused, nothing is written. Changes are made in order, --unset last. With - as FILE the "
  "result goes to standard output.\n\n"
  "A picture is set with @ and the name of a PNG, SVG, or JPEG file, as in "
  "job.employer.logo=@acme.png; the posting holds a small PNG of it.\n\n"
  "A new status sets statusSince to today.\n\n"
  "language=TAG changes the language alone. With --guide-texts, all texts that are still those of "
  "the guide that the posting was made from become those of its edition in that language; what "
  "was left is told."),
  .examples = "  vacancy-cli set engineer.vacancy job.employer.name=Acme job.pay.minimum=125000\n"
              "  vacancy-cli set engineer.vacancy job.employer.logo=@acme.png\n"
              "  vacancy-cli set engineer.vacancy status=in-review\n"
              "  vacancy-cli set engineer.vacancy 'sections.3.items+=Work with the data team'\n"
              "  vacancy-cli set --json engineer.vacancy 'job.locations=[{\"city\": \"Austin\", "
              "\"region\": \"TX\"}]'\n"
              "  vacancy-cli set engineer.vacancy --unset job.closes --unset sections.0\n"
              "  vacancy-cli set --guide-texts engineer.vacancy language=de\n",
  .run = run_set,
};
