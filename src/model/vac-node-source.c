/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-node-source"

#include "config.h"

#include <string.h>

#include "vac-node-slot.h"
#include "vac-node-source.h"

/* What the values of a file are as nodes. Of a posting, a candidate's export reads a quarter: what
 * nobody asks for stays a place in the file. Any thread may read. */

struct _VacNodeSource
{
  gatomicrefcount  ref_count;
  VacJson         *json;       /* owned */
  const VacJsonToken *tokens;  /* of @json */
  gsize            n_tokens;
  char           **texts;      /* owned: for each token, its text as far as it was asked for */
  gboolean         is_plain;   /* of a version that has no marks */
};

/*
 * vac_node_source_new:
 * @json: (transfer none): a parsed file
 * @is_plain: whether it is of a version without marks: what looks like one in its texts is none
 */
VacNodeSource *
vac_node_source_new (VacJson  *json,
                     gboolean  is_plain)
{
  VacNodeSource *self = g_new (VacNodeSource, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->json = vac_json_ref (json);
  self->tokens = vac_json_get_tokens (json, &self->n_tokens);
  self->texts = g_new0 (char *, self->n_tokens);
  self->is_plain = is_plain;

  return self;
}

VacNodeSource *
vac_node_source_ref (VacNodeSource *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
vac_node_source_unref (VacNodeSource *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (gsize i = 0; i < self->n_tokens; i++)
    g_free (self->texts[i]);
  g_free (self->texts);
  vac_json_unref (self->json);
  g_free (self);
}

static const VacJsonToken *
get_token (VacNodeSource *self,
           guint          index)
{
  g_assert (index < self->n_tokens);

  return &self->tokens[index];
}

/* Whether a value of another type than @field says is found there; of a leaf, its text tells. */
gboolean
vac_node_source_holds (VacNodeSource  *self,
                       guint           index,
                       const VacField *field)
{
  const VacJsonType type = get_token (self, index)->type;

  return field->kind == VAC_KIND_LIST ? type == VAC_JSON_ARRAY : type == VAC_JSON_OBJECT;
}

/* A file of an older version becomes one of this version in memory, and on the disk when it is
 * saved. Version 1 held whole amounts of pay, which are amounts of version 2 as they stand; texts
 * of both get backslashes where version 3 would take something for a mark. */
static gint64
migrate (const VacField *field,
         gint64          value)
{
  return field->role == VAC_ROLE_VERSION ? MAX (value, VAC_FORMAT_VERSION) : value;
}

static char *
migrate_text (VacNodeSource  *self,
              const VacField *field,
              char           *text)
{
  g_autoptr (VacMarkup) markup = self->is_plain && field->marked ? vac_markup_new (text) : NULL;
  char *escaped;

  if (markup == NULL)
    return text;
  escaped = vac_markup_escape (text);
  g_free (text);

  return escaped;
}

/* Whether a string of the file would be taken for a number of the field. */
static gboolean
is_number_of (const VacField *field,
              const char     *text)
{
  gint64 value;
  VacMoney amount;

  if (vac_field_is_decimal (field))
    return vac_money_parse (text, &amount);

  return field->kind == VAC_KIND_INTEGER &&
         g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL);
}

/* Returns: (nullable): the number as a document holds it: "18.50" is 18.5. %NULL for more digits
 * than an amount has; nothing is rounded. */
static char *
dup_decimal (VacNodeSource *self,
             guint          index)
{
  g_autofree char *raw = vac_json_dup_raw (self->json, index);
  VacMoney amount;

  return vac_money_parse_json (raw, &amount) ? vac_money_to_text (amount) : NULL;
}

/*
 * vac_node_source_dup_text:
 * @field: the field of a leaf
 *
 * Returns: (transfer full) (nullable): its value as text, %NULL when it is of another type
 */
char *
vac_node_source_dup_text (VacNodeSource  *self,
                          guint           index,
                          const VacField *field)
{
  const VacJsonType type = get_token (self, index)->type;
  g_autofree char *text = NULL;
  gint64 value;

  if (field->kind == VAC_KIND_TOGGLE)
    return type == VAC_JSON_TRUE    ? g_strdup ("true")
           : type == VAC_JSON_FALSE ? g_strdup ("false")
                                    : NULL;

  if (field->kind == VAC_KIND_INTEGER && type == VAC_JSON_NUMBER)
    return vac_json_get_integer (self->json, index, &value)
           ? g_strdup_printf ("%" G_GINT64_FORMAT, migrate (field, value)) : NULL;

  if (vac_field_is_decimal (field) && type == VAC_JSON_NUMBER)
    return dup_decimal (self, index);

  if (type != VAC_JSON_STRING)
    return NULL;
  text = vac_json_dup_string (self->json, index);

  /* What somebody typed into a number's field without finishing is a string in the file. A number
   * in quotes is not that, and would come out without them. */
  return is_number_of (field, text) ? NULL : migrate_text (self, field, g_steal_pointer (&text));
}

/*
 * vac_node_source_get_text:
 * @field: the field of a leaf
 *
 * Returns: (transfer none) (nullable): what vac_node_source_dup_text() returns, as long as the
 *   source is there
 */
const char *
vac_node_source_get_text (VacNodeSource  *self,
                          guint           index,
                          const VacField *field)
{
  char **place = &self->texts[index];
  char *text = g_atomic_pointer_get (place);

  if (text != NULL)
    return text;
  text = vac_node_source_dup_text (self, index, field);
  if (text == NULL || g_atomic_pointer_compare_and_exchange (place, NULL, text))
    return text;
  g_free (text);

  return g_atomic_pointer_get (place);
}

/* Whether any character may be in a string without being seen there. */
static gboolean
spells_a_character (VacNodeSource *self,
                    guint          index)
{
  gsize length;
  const char *raw = vac_json_get_raw (self->json, index, &length);

  return memmem (raw, length, "\\u", strlen ("\\u")) != NULL;
}

/*
 * vac_node_source_may_hold:
 * @needle: punctuation
 *
 * Told from the bytes of the file, in which an escape may stand for any character.
 *
 * Returns: FALSE when @needle is in no text of the value at @index
 */
gboolean
vac_node_source_may_hold (VacNodeSource *self,
                          guint          index,
                          const char    *needle)
{
  const guint end = get_token (self, index)->next;
  const gsize needle_length = strlen (needle);
  gsize length;
  const char *raw = vac_json_get_raw (self->json, index, &length);
  const char *const last = raw + length - MIN (length, needle_length);

  for (guint i = index; i < end; i++)
    if (get_token (self, i)->is_escaped && spells_a_character (self, i))
      return TRUE;
  /* Punctuation is rare enough to look for its first character, many bytes at a time. */
  while (raw <= last && (raw = memchr (raw, *needle, (gsize) (last - raw) + 1)) != NULL)
    if (memcmp (raw++, needle, needle_length) == 0)
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full): the name of a member whose value is there */
char *
vac_node_source_dup_name (VacNodeSource *self,
                          guint          index)
{
  return vac_json_dup_string (self->json, index - 1);
}

/* Returns: (transfer full): a value as it is in the file, byte for byte */
char *
vac_node_source_dup_raw (VacNodeSource *self,
                         guint          index)
{
  return vac_json_dup_raw (self->json, index);
}

/* Told by the first character, nearly always. */
static gboolean
is_called (VacNodeSource *self,
           guint          name,
           const char    *raw,
           gsize          length,
           const char    *field_name)
{
  if (get_token (self, name)->is_escaped)
    return vac_json_string_equals (self->json, name, field_name);

  return *raw == *field_name && strncmp (raw, field_name, length) == 0 &&
         field_name[length] == '\0';
}

/* @next is the field after the one that was found last, where a file in our order goes on.
 *
 * Returns: (nullable): the field of the member with the name at @name; NULL for an unknown one */
static const VacField *
find_field (VacNodeSource   *self,
            guint            name,
            const VacField  *known,
            const VacField **next)
{
  const VacField *first = *next;
  gsize length;
  const char *raw = vac_json_get_raw (self->json, name, &length) + strlen ("\"");

  length -= strlen ("\"\"");
  if (first->name != NULL && is_called (self, name, raw, length, first->name))
    return (*next)++;
  for (; known->name != NULL; known++)
    if (is_called (self, name, raw, length, known->name))
      {
        *next = known + 1;
        return known;
      }

  return NULL;
}

static GPtrArray *
make_list_slots (VacNodeSource  *self,
                 guint           index,
                 const VacField *field,
                 guint32        *places)
{
  const guint count = get_token (self, index)->count;
  GPtrArray *slots = g_ptr_array_new_full (count, vac_node_slot_free);
  guint element = index + 1;

  for (guint i = 0; i < count; i++)
    {
      places[i] = element;
      g_ptr_array_add (slots, vac_node_slot_unread (field->element));
      element = get_token (self, element)->next;
    }

  return slots;
}

/* Members that the file leaves out follow the one that precedes them in the schema, where they
 * would be written. @places has room for them. */
static void
add_missing (GPtrArray      *slots,
             guint32        *places,
             const VacField *members)
{
  guint position = 0;

  for (const VacField *member = members; member->name != NULL; member++)
    {
      gpointer unread = vac_node_slot_unread (member);
      guint found = position;

      if (position >= slots->len || slots->pdata[position] != unread)
        for (found = 0; found < slots->len && slots->pdata[found] != unread; found++)
          ;
      if (found == slots->len)
        {
          memmove (places + position + 1, places + position,
                   (slots->len - position) * sizeof *places);
          g_ptr_array_insert (slots, (int) position, vac_node_slot_for (member));
          found = position;
        }
      position = found + 1;
    }
}

static GPtrArray *
make_record_slots (VacNodeSource  *self,
                   guint           index,
                   const VacField *field,
                   guint32        *places)
{
  const guint count = get_token (self, index)->count;
  GPtrArray *slots = g_ptr_array_new_full (count, vac_node_slot_free);
  const VacField *next = field->fields;
  guint name = index + 1;

  for (guint i = 0; i < count; i++)
    {
      const VacField *member = find_field (self, name, field->fields, &next);

      places[i] = name + 1;
      g_ptr_array_add (slots, vac_node_slot_unread (member));
      name = get_token (self, name + 1)->next;
    }
  add_missing (slots, places, field->fields);

  return slots;
}

static guint
count_members (const VacField *field)
{
  guint n = 0;

  for (const VacField *member = field->fields; member != NULL && member->name != NULL; member++)
    n++;

  return n;
}

/*
 * vac_node_source_make_slots:
 * @field: the field of a record or list, which the value is
 * @places: (out) (transfer full): for each slot that is unread, where its value is
 *
 * Returns: (transfer full): the slots of its children, in the order of the file
 */
GPtrArray *
vac_node_source_make_slots (VacNodeSource  *self,
                            guint           index,
                            const VacField *field,
                            guint32       **places)
{
  g_assert (vac_node_source_holds (self, index, field));

  *places = g_new (guint32, get_token (self, index)->count + count_members (field));

  return field->kind == VAC_KIND_LIST ? make_list_slots (self, index, field, *places)
                                      : make_record_slots (self, index, field, *places);
}

/* Whether a value is surely of the type that the field says, told without reading it. */
static gboolean
is_of_its_type (const VacJsonToken *token,
                const VacField     *field)
{
  switch (field->kind)
    {
    case VAC_KIND_TEXT:
    case VAC_KIND_PROSE:
    case VAC_KIND_CHOICE:
      return token->type == VAC_JSON_STRING;
    case VAC_KIND_TOGGLE:
      return token->type == VAC_JSON_TRUE || token->type == VAC_JSON_FALSE;
    default:
      return FALSE;
    }
}

/* A string may get as many backslashes as it has bytes. */
static gboolean
skim_leaf (VacNodeSource  *self,
           guint           index,
           const VacField *field,
           VacNodeSkim     skim,
           gpointer        user_data)
{
  const VacJsonToken *token = get_token (self, index);
  g_autofree char *text = NULL;

  if (is_of_its_type (token, field) &&
      skim (field, NULL, 2 * (token->end - token->start), user_data))
    return TRUE;
  text = vac_node_source_dup_text (self, index, field);

  return text != NULL && skim (field, text, strlen (text), user_data);
}

/*
 * vac_node_source_skim:
 *
 * Does what vac_node_skim_child() says, for the value at @index.
 */
gboolean
vac_node_source_skim (VacNodeSource  *self,
                      guint           index,
                      const VacField *field,
                      VacNodeSkim     skim,
                      gpointer        user_data)
{
  const VacJsonToken *token = get_token (self, index);
  const VacField *next = field->fields;
  guint at = index + 1;

  if (vac_field_is_leaf (field))
    return skim_leaf (self, index, field, skim, user_data);
  if (!vac_node_source_holds (self, index, field))
    return FALSE;
  for (guint i = 0; i < token->count; i++)
    {
      const gboolean is_list = field->kind == VAC_KIND_LIST;
      const VacField *child = is_list ? field->element
                                      : find_field (self, at++, field->fields, &next);

      if (child == NULL || !vac_node_source_skim (self, at, child, skim, user_data))
        return FALSE;
      at = get_token (self, at)->next;
    }

  return TRUE;
}

/*
 * vac_node_source_is_empty:
 * @field: (nullable): %NULL for a member that the schema does not know
 *
 * Returns: what vac_node_is_empty() says of a node of it
 */
gboolean
vac_node_source_is_empty (VacNodeSource  *self,
                          guint           index,
                          const VacField *field)
{
  const VacJsonToken *token = get_token (self, index);
  const VacField *next;
  guint name = index + 1;

  if (field == NULL)
    return FALSE;
  if (vac_field_is_leaf (field))
    return field->kind != VAC_KIND_TOGGLE && token->type == VAC_JSON_STRING &&
           token->end - token->start == strlen ("\"\"");
  if (!vac_node_source_holds (self, index, field))
    return FALSE;
  if (field->kind == VAC_KIND_LIST)
    return token->count == 0;
  next = field->fields;
  for (guint i = 0; i < token->count; i++)
    {
      const VacField *member = find_field (self, name, field->fields, &next);

      if (!vac_node_source_is_empty (self, name + 1, member))
        return FALSE;
      name = get_token (self, name + 1)->next;
    }

  return TRUE;
}

/*
 * vac_node_source_visit:
 *
 * Does what vac_unread_visit() does, for the record or list at @index.
 */
void
vac_node_source_visit (VacNodeSource  *self,
                       guint           index,
                       const VacField *field,
                       VacUnreadVisit  visit,
                       gpointer        user_data)
{
  const guint count = get_token (self, index)->count;
  const VacField *next = field->fields;
  VacUnread child = { self, index + 1, field->element };

  g_assert (vac_node_source_holds (self, index, field));

  for (guint i = 0; i < count; i++)
    {
      if (field->kind != VAC_KIND_LIST)
        child.field = find_field (self, child.index++, field->fields, &next);
      visit (&child, user_data);
      child.index = get_token (self, child.index)->next;
    }
}
