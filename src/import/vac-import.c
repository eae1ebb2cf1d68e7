/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-import-private.h"
#include "vac-xml.h"

#if VAC_HAS_POPPLER
#define READ_PDF vac_import_pdf
#else
#define READ_PDF NULL
#endif

/* One row for each kind of source: how a user names it, the endings of its files, its reader. */
static const struct
{
  const char     *id;
  const char     *endings[4];
  VacImportReader read;      /* NULL where this build has none */
  gboolean        is_text;   /* nothing but text is in it, no pictures */
} sources[VAC_N_IMPORTS] = {
  [VAC_IMPORT_JSON_LD] = { "json-ld", { ".jsonld" }, vac_import_json_ld },
  [VAC_IMPORT_GREENHOUSE] = { "greenhouse", { NULL }, vac_import_greenhouse },
  [VAC_IMPORT_LEVER] = { "lever", { NULL }, vac_import_lever },
  [VAC_IMPORT_ASHBY] = { "ashby", { NULL }, vac_import_ashby },
  [VAC_IMPORT_JSON_RESUME] = { "json-resume", { NULL }, vac_import_json_resume },
  [VAC_IMPORT_HTML] = { "html", { ".html", ".htm", ".xhtml" }, vac_import_html },
  [VAC_IMPORT_DOCX] = { "docx", { ".docx" }, vac_import_docx },
  [VAC_IMPORT_ODT] = { "odt", { ".odt" }, vac_import_odt },
  [VAC_IMPORT_PDF] = { "pdf", { ".pdf" }, READ_PDF },
  [VAC_IMPORT_MARKDOWN] = { "markdown", { ".md", ".markdown" }, vac_import_markdown, TRUE },
  [VAC_IMPORT_TEXT] = { "text", { ".txt", ".text" }, vac_import_text, TRUE },
};

/**
 * vac_import_kind_get_id:
 * @kind: a kind of source
 *
 * Returns: (transfer none): what the command line calls it
 */
const char *
vac_import_kind_get_id (VacImportKind kind)
{
  g_return_val_if_fail (kind < VAC_N_IMPORTS, "");

  return sources[kind].id;
}

/**
 * vac_import_kind_get_endings:
 * @kind: a kind of source
 *
 * Returns: (transfer none): what the names of its files end in, with the dot; ended by %NULL
 */
const char *const *
vac_import_kind_get_endings (VacImportKind kind)
{
  g_return_val_if_fail (kind < VAC_N_IMPORTS, NULL);

  return sources[kind].endings;
}

/**
 * vac_import_kind_find:
 * @id: what somebody called it
 * @kind: (out): the kind of source
 *
 * Returns: whether there is one of that name
 */
gboolean
vac_import_kind_find (const char    *id,
                      VacImportKind *kind)
{
  g_return_val_if_fail (id != NULL && kind != NULL, FALSE);

  for (*kind = 0; *kind < VAC_N_IMPORTS; (*kind)++)
    if (g_str_equal (sources[*kind].id, id))
      return TRUE;

  return FALSE;
}

/**
 * vac_import_is_possible:
 * @kind: a kind of source
 *
 * Returns: whether this build reads it; one for PDF needs a library that may be missing
 */
gboolean
vac_import_is_possible (VacImportKind kind)
{
  g_return_val_if_fail (kind < VAC_N_IMPORTS, FALSE);

  return sources[kind].read != NULL;
}

static gboolean
begins_with (const char *data,
             gsize       length,
             const char *start)
{
  return length >= strlen (start) && g_ascii_strncasecmp (data, start, strlen (start)) == 0;
}

static gboolean
tell_by_ending (const char    *name,
                VacImportKind *kind)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (*kind = 0; *kind < VAC_N_IMPORTS; (*kind)++)
    for (guint i = 0; i < G_N_ELEMENTS (sources[*kind].endings); i++)
      if (sources[*kind].endings[i] != NULL && g_str_has_suffix (folded, sources[*kind].endings[i]))
        return TRUE;

  return FALSE;
}

/* A ZIP says what it is in its first entry, if it is an OpenDocument. */
static VacImportKind
tell_package (const char *data,
              gsize       length)
{
  static const char type[] = "mimetypeapplication/vnd.oasis.opendocument.text";

  return length > 30 + strlen (type) && memcmp (data + 30, type, strlen (type)) == 0
             ? VAC_IMPORT_ODT : VAC_IMPORT_DOCX;
}

static gboolean
is_text (const char *data,
         gsize       length)
{
  const gsize seen = MIN (length, 4096);
  gsize zeros = 0, controls = 0;

  for (gsize i = 0; i < seen; i++)
    {
      zeros += data[i] == '\0';
      controls += data[i] != '\0' && g_ascii_iscntrl (data[i]) && !g_ascii_isspace (data[i]);
    }

  /* UTF-16 has one in every other byte. */
  return controls <= seen / 50 && (zeros == 0 || zeros >= seen / 3);
}

/* Data of other programs; what is damaged is told by the ending of its file. */
static gboolean
tell_json (GBytes        *bytes,
           const char    *start,
           gsize          length,
           VacImportKind *kind)
{
  g_autoptr (VacJson) json = NULL;

  if (!begins_with (start, length, "{") && !begins_with (start, length, "["))
    return FALSE;
  json = vac_json_parse_data (bytes, NULL);

  return json != NULL && vac_import_tell_json (json, kind);
}

/* Damaged data, or those of a program that nobody knows here, are no text for people. */
static gboolean
refuse_json (GBytes  *bytes,
             GError **error)
{
  g_autoptr (VacJson) json = vac_json_parse_data (bytes, error);

  if (json != NULL)
    g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                         _("There is no posting in it."));

  return FALSE;
}

/**
 * vac_import_tell_kind:
 * @bytes: a source
 * @name: the name of its file, for its ending
 * @kind: (out): what it is
 * @error: return location for a sentence
 *
 * Goes by what @bytes begin with, and by the ending of @name where several kinds begin alike.
 *
 * Returns: whether it is any kind of source; otherwise the error is %VAC_ERROR_FORMAT
 */
gboolean
vac_import_tell_kind (GBytes         *bytes,
                      const char     *name,
                      VacImportKind  *kind,
                      GError        **error)
{
  gsize length;
  const char *data, *start;

  g_return_val_if_fail (bytes != NULL && name != NULL && kind != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  start = data;
  if (begins_with (start, length, "\xef\xbb\xbf"))
    start += 3;
  while (start < data + length && g_ascii_isspace (*start))
    start++;
  length -= (gsize) (start - data);

  if (begins_with (start, length, "PK\003\004"))
    *kind = tell_package (start, length);
  else if (begins_with (start, length, "%PDF-"))
    *kind = VAC_IMPORT_PDF;
  else if (begins_with (start, length, "<!doctype html") || begins_with (start, length, "<html"))
    *kind = VAC_IMPORT_HTML;
  else if (tell_json (bytes, start, length, kind) || tell_by_ending (name, kind))
    return TRUE;
  else if (g_str_has_suffix (name, ".json"))
    return refuse_json (bytes, error);
  else if (is_text (start, length))
    *kind = begins_with (start, length, "<") ? VAC_IMPORT_HTML : VAC_IMPORT_TEXT;
  else
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                           _("Files of this kind cannot be imported."));
      return FALSE;
    }

  return TRUE;
}

/*
 * vac_import_take_draft:
 * @draft: (transfer full): what was read of a document
 * @drafts: (element-type VacDraft): takes @draft
 * @error: return location for a sentence
 *
 * Returns: whether @draft has a text; one that has none is not taken
 */
gboolean
vac_import_take_draft (VacDraft   *draft,
                       GPtrArray  *drafts,
                       GError    **error)
{
  if (vac_draft_get_n_parts (draft) == 0)
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                           _("There is no text in the document."));
      vac_draft_free (draft);
      return FALSE;
    }
  g_ptr_array_add (drafts, draft);

  return TRUE;
}

static gboolean
check_size (VacImportKind kind,
            GBytes       *bytes,
            GError      **error)
{
  const gsize most = sources[kind].is_text ? VAC_IMPORT_MAX_TEXT : VAC_IMPORT_MAX_BYTES;
  g_autofree char *size = NULL;

  if (g_bytes_get_size (bytes) <= most)
    return TRUE;
  size = g_format_size_full (most, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, VAC_ERROR, VAC_ERROR_FORMAT,
               _("A file of this kind above %s is not imported."), size);

  return FALSE;
}

/**
 * vac_import_read:
 * @kind: what @bytes are
 * @bytes: a source, from anywhere
 * @error: return location for a sentence
 *
 * Nothing that @bytes refer to is fetched.
 *
 * Returns: (transfer full) (element-type VacDraft) (nullable): the postings in it, at least one;
 *   %NULL with a %VAC_ERROR when there is none, or @bytes are not such a source
 */
GPtrArray *
vac_import_read (VacImportKind kind,
                 GBytes       *bytes,
                 GError      **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_draft_free);

  g_return_val_if_fail (kind < VAC_N_IMPORTS && bytes != NULL, NULL);

  vac_xml_prepare ();
  if (sources[kind].read == NULL)
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                           _("This build of the program cannot read files of this kind."));
      return NULL;
    }
  if (!check_size (kind, bytes, error) || !sources[kind].read (bytes, drafts, error))
    return NULL;
  if (drafts->len == 0)
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT, _("There is no posting in it."));
      return NULL;
    }

  return g_steal_pointer (&drafts);
}
