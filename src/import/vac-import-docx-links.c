/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-docx-links"

#include "config.h"

#include <string.h>

#include "vac-import-docx-links.h"
#include "vac-link.h"
#include "vac-package-part.h"

/* A longer code is none of a link, in bytes. */
#define LONGEST_CODE 4096

typedef struct
{
  GString *code;
  char    *uri;         /* nullable: where its result leads */
  gboolean in_result;
} Field;

struct _VacDocxLinks
{
  GHashTable *targets;   /* of URIs, safe, by the ids of their relations */
  GPtrArray  *open;      /* of the URIs of elements that are open; "" for none */
  GArray     *fields;    /* of Field: those that are open */
  guint       n_codes;   /* how many of these are in their code */
};

static void
clear_field (gpointer data)
{
  Field *field = data;

  g_string_free (field->code, TRUE);
  g_free (field->uri);
}

static Field *
get_last (VacDocxLinks *self)
{
  return self->fields->len > 0 ? &g_array_index (self->fields, Field, self->fields->len - 1) : NULL;
}

static void
take_target (const char *id,
             const char *target,
             gpointer    data)
{
  VacDocxLinks *self = data;
  char *uri = vac_link_make_safe (target);

  if (uri != NULL)
    g_hash_table_replace (self->targets, g_strdup (id), uri);
}

/*
 * vac_docx_links_new:
 * @package: a document of Word
 * @part: its main part
 *
 * Returns: (transfer full): the links of @part, of which none is open
 */
VacDocxLinks *
vac_docx_links_new (VacPackage *package,
                    const char *part)
{
  VacDocxLinks *self = g_new0 (VacDocxLinks, 1);

  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->open = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  g_array_set_clear_func (self->fields, clear_field);
  vac_package_foreach_target (package, part, "/hyperlink", take_target, self);

  return self;
}

void
vac_docx_links_free (VacDocxLinks *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->targets);
  g_ptr_array_unref (self->open);
  g_array_unref (self->fields);
  g_free (self);
}

/*
 * vac_docx_links_begin:
 * @self: links
 * @id: (nullable): which relation says where the text leads that follows; %NULL for within the
 *   document
 */
void
vac_docx_links_begin (VacDocxLinks *self,
                      const char   *id)
{
  const char *uri = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;

  g_ptr_array_add (self->open, g_strdup (uri != NULL ? uri : ""));
}

/* HYPERLINK "https://acme.example" \o "Our page". Returns: (transfer full) (nullable): where it
 * leads, safe */
static char *
read_code (const char *code)
{
  static const char name[] = "HYPERLINK";
  g_autofree char *target = NULL;
  gboolean quoted;

  code += strspn (code, " ");
  if (g_ascii_strncasecmp (code, name, strlen (name)) != 0)
    return NULL;
  code += strlen (name);
  code += strspn (code, " ");
  quoted = *code == '"';
  code += quoted;
  target = g_strndup (code, strcspn (code, quoted ? "\"" : " "));

  return vac_link_make_safe (target);
}

/*
 * vac_docx_links_begin_code:
 * @self: links
 * @code: (nullable): the code of the field whose result follows
 */
void
vac_docx_links_begin_code (VacDocxLinks *self,
                           const char   *code)
{
  char *uri = code != NULL ? read_code (code) : NULL;

  g_ptr_array_add (self->open, uri != NULL ? uri : g_strdup (""));
}

/*
 * vac_docx_links_end:
 * @self: links of which one is open
 *
 * Ends what vac_docx_links_begin() or vac_docx_links_begin_code() began.
 */
void
vac_docx_links_end (VacDocxLinks *self)
{
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

/*
 * vac_docx_links_read_field:
 * @self: links
 * @type: (nullable): what a mark of a field says: "begin", "separate", or "end"
 */
void
vac_docx_links_read_field (VacDocxLinks *self,
                           const char   *type)
{
  const Field begun = { .code = NULL };
  Field *last = get_last (self);

  if (g_strcmp0 (type, "begin") == 0)
    {
      g_array_append_val (self->fields, begun);
      get_last (self)->code = g_string_new (NULL);
      self->n_codes++;
      return;
    }
  if (last == NULL)
    return;
  if (!last->in_result)
    {
      last->in_result = TRUE;
      last->uri = read_code (last->code->str);
      self->n_codes--;
    }
  if (g_strcmp0 (type, "end") == 0)
    g_array_set_size (self->fields, self->fields->len - 1);
}

/*
 * vac_docx_links_add_code:
 * @self: links
 * @text: of the code of a field
 * @length: of @text, in bytes
 */
void
vac_docx_links_add_code (VacDocxLinks *self,
                         const char   *text,
                         gsize         length)
{
  Field *last = get_last (self);

  if (last != NULL && !last->in_result && last->code->len + length <= LONGEST_CODE)
    g_string_append_len (last->code, text, (gssize) length);
}

/*
 * vac_docx_links_end_codes:
 * @self: links
 *
 * The code of a field that is not closed must not take the rest of the document.
 */
void
vac_docx_links_end_codes (VacDocxLinks *self)
{
  if (self->n_codes == 0)
    return;
  g_array_set_size (self->fields, 0);
  self->n_codes = 0;
}

/*
 * vac_docx_links_is_in_code:
 * @self: links
 *
 * Returns: whether what comes is the code of a field, and no text
 */
gboolean
vac_docx_links_is_in_code (VacDocxLinks *self)
{
  return self->n_codes > 0;
}

/*
 * vac_docx_links_get_uri:
 * @self: links
 *
 * Returns: (transfer none) (nullable): where the text leads that comes, safe in every format
 */
const char *
vac_docx_links_get_uri (VacDocxLinks *self)
{
  for (guint i = self->open->len; i-- > 0;)
    if (*(const char *) g_ptr_array_index (self->open, i) != '\0')
      return g_ptr_array_index (self->open, i);
  for (guint i = self->fields->len; i-- > 0;)
    if (g_array_index (self->fields, Field, i).uri != NULL)
      return g_array_index (self->fields, Field, i).uri;

  return NULL;
}
