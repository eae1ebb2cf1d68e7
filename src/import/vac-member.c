/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-member"

#include "config.h"

#include <string.h>

#include "vac-date.h"
#include "vac-import-private.h"
#include "vac-member.h"

#define ISO_DATE_LENGTH 10   /* 2026-01-31 */

/**
 * vac_take_fact:
 *
 * Takes a text or a number as it is.
 */
void
vac_take_fact (VacSource       *source,
               guint            value,
               const VacMember *member,
               guint            index)
{
  g_autofree char *text = NULL;

  if (vac_source_is (source, value, VAC_JSON_OBJECT))
    return;
  text = vac_source_dup_line (source, value);
  vac_source_add_fact (source, member->role, index, text, value);
}

/**
 * vac_take_words:
 *
 * Takes what a text, a number, or a thing's name says.
 */
void
vac_take_words (VacSource       *source,
                guint            value,
                const VacMember *member,
                guint            index)
{
  g_autofree char *text = vac_source_dup_line (source, value);

  vac_source_add_words (source, member->role, index, text, value);
}

/**
 * vac_take_types:
 *
 * Takes words for choices. Some programs write several into one text, or a list as a text.
 */
void
vac_take_types (VacSource       *source,
                guint            value,
                const VacMember *member,
                guint            index)
{
  g_autofree char *text = vac_source_dup_line (source, value);
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", ",;|[]\"", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      vac_source_add_words (source, member->role, source->given[member->role], words[i], value);
}

/**
 * vac_take_date:
 *
 * Takes the day of an ISO date, with or without an hour; anything else as words.
 */
void
vac_take_date (VacSource       *source,
               guint            value,
               const VacMember *member,
               guint            index)
{
  g_autofree char *text = vac_source_dup_line (source, value);
  g_autofree char *day = g_strndup (text != NULL ? text : "", ISO_DATE_LENGTH);
  GDate date;

  if (strlen (day) == ISO_DATE_LENGTH && strchr ("Tt ", text[ISO_DATE_LENGTH]) != NULL &&
      vac_date_from_iso (day, &date))
    vac_source_add_fact (source, member->role, index, day, value);
  else
    vac_source_add_words (source, member->role, index, text, value);
}

/**
 * vac_take_number:
 *
 * Takes a number above 0; 0 stands for nothing. Digits in a text may be grouped in any way: they
 * are words.
 */
void
vac_take_number (VacSource       *source,
                 guint            value,
                 const VacMember *member,
                 guint            index)
{
  g_autofree char *text = vac_source_dup_line (source, value);

  if (!vac_source_is (source, value, VAC_JSON_NUMBER))
    vac_source_add_words (source, member->role, index, text, value);
  else if (strpbrk (text, "123456789") == NULL)
    vac_source_use (source, value);
  else if (*text != '-')
    vac_source_add_fact (source, member->role, index, text, value);
}

/**
 * vac_take_checked:
 *
 * Takes what the document can hold as it is: an address, a currency; anything else as words.
 */
void
vac_take_checked (VacSource       *source,
                  guint            value,
                  const VacMember *member,
                  guint            index)
{
  g_autofree char *text = vac_source_dup_line (source, value);

  if (text != NULL && vac_field_accepts (vac_schema_get_field (member->role), text, NULL))
    vac_source_add_fact (source, member->role, index, text, value);
  else
    vac_source_add_words (source, member->role, index, text, value);
}

/**
 * vac_take_town:
 *
 * Takes the name of a town; with a comma in it, it is an address of any form, in words.
 */
void
vac_take_town (VacSource       *source,
               guint            value,
               const VacMember *member,
               guint            index)
{
  g_autofree char *text = vac_source_dup_line (source, value);

  if (text != NULL && strchr (text, ',') != NULL)
    vac_source_add_words (source, member->role, index, text, value);
  else
    vac_source_add_fact (source, member->role, index, text, value);
}

/**
 * vac_take_if_true:
 *
 * Takes the row's fact where the member is true.
 */
void
vac_take_if_true (VacSource       *source,
                  guint            value,
                  const VacMember *member,
                  guint            index)
{
  const gboolean is_true = vac_source_is (source, value, VAC_JSON_TRUE) ||
                           vac_json_string_equals (source->json, value, "true");

  if (is_true)
    vac_source_add_fact (source, member->role, index, member->fact, value);
  else if (vac_source_is (source, value, VAC_JSON_FALSE))
    vac_source_use (source, value);
}

/**
 * vac_take_language:
 *
 * Takes the language that the posting is in.
 */
void
vac_take_language (VacSource       *source,
                   guint            value,
                   const VacMember *member,
                   guint            index)
{
  g_autofree char *text = vac_source_dup_line (source, value);

  vac_source_use (source, value);
  vac_draft_set_language (source->draft, text);
}

/* What a value of a text says, with its line breaks; of a thing, what describes it, unless that is
 * data that were taken already. */
static char *
dup_text (VacSource *source,
          guint      value)
{
  static const char *const names[] = { "@value", "description", "name" };

  for (guint i = 0; vac_source_is (source, value, VAC_JSON_OBJECT) && i < G_N_ELEMENTS (names); i++)
    {
      const guint member = vac_source_get (source, value, names[i]);

      if (vac_source_is (source, member, VAC_JSON_STRING) && !source->used[member])
        {
          vac_source_use (source, value);
          vac_source_use (source, member);
          return vac_json_dup_string (source->json, member);
        }
    }

  return vac_source_is (source, value, VAC_JSON_STRING) ? vac_json_dup_string (source->json, value)
                                                        : NULL;
}

/**
 * vac_take_text:
 *
 * Takes a text of any length, HTML or not, below no heading but those in it.
 */
void
vac_take_text (VacSource       *source,
               guint            value,
               const VacMember *member,
               guint            index)
{
  g_autofree char *text = dup_text (source, value);

  if (text == NULL)
    return;
  vac_source_use (source, value);
  if (!vac_source_has_said (source, text))
    vac_source_add_text (source, text, value);
}

/* One element of a list: a bullet, unless there is more in it. */
static void
add_element (VacSource  *source,
             const char *text,
             guint       value)
{
  g_autofree char *path = vac_source_dup_path (source, value);
  const VacDraftPart bullet = { .kind = VAC_DRAFT_BULLET, .level = 1, .text = (char *) text,
                                .origin = path };

  vac_source_use (source, value);
  if (strpbrk (text, "<&\n") != NULL)
    vac_source_add_text (source, text, value);
  else
    vac_draft_add (source->draft, &bullet);
}

/**
 * vac_take_section:
 *
 * Takes a text, or a list of texts, below the row's heading. What a text before it has said already
 * is left out: many programs put all of a posting into its description, too.
 */
void
vac_take_section (VacSource       *source,
                  guint            value,
                  const VacMember *member,
                  guint            index)
{
  const gboolean is_list = vac_source_is (source, value, VAC_JSON_ARRAY);
  gboolean has_heading = FALSE;

  for (guint i = is_list ? vac_source_get_first (source, value) : value;
       i != VAC_NO_VALUE && source->budget > 0;
       i = is_list ? vac_source_get_next (source, value, i) : VAC_NO_VALUE)
    {
      g_autofree char *text = dup_text (source, i);

      source->budget--;
      if (text == NULL)
        continue;
      vac_source_use (source, value);
      vac_source_use (source, i);
      if (vac_source_has_said (source, text))
        continue;
      if (!has_heading)
        vac_source_add_heading (source, member->heading, NULL, value);
      has_heading = TRUE;
      if (is_list)
        add_element (source, text, i);
      else
        vac_source_add_text (source, text, i);
    }
}

/**
 * vac_take_thing:
 *
 * Takes the members of an object by the row's table of them. A text in its place is the row's
 * fact.
 */
void
vac_take_thing (VacSource       *source,
                guint            value,
                const VacMember *member,
                guint            index)
{
  if (value == source->posting || vac_source_is (source, value, VAC_JSON_OBJECT))
    vac_members_take (source, value, member->members, index);
  else if (member->role != VAC_ROLE_NONE)
    vac_take_fact (source, value, member, index);
}

/**
 * vac_take_nothing:
 *
 * For what no posting needs, such as ids of another program's records: nobody misses it.
 */
void
vac_take_nothing (VacSource       *source,
                  guint            value,
                  const VacMember *member,
                  guint            index)
{
  vac_source_use_whole (source, value);
}

/* Takes the values that @path leads to from @value. */
static void
take (VacSource       *source,
      guint            value,
      const char      *path,
      const VacMember *member,
      guint            index)
{
  const guint at = member->list ? source->given[member->role] : index;
  const guint before = vac_draft_get_n_parts (source->draft);
  g_autofree char *name = NULL;
  guint found;

  if (source->budget == 0)
    return;
  source->budget--;
  value = vac_source_follow (source, value);
  if (vac_source_is (source, value, VAC_JSON_ARRAY) && !(member->whole && *path == '\0'))
    {
      vac_source_use (source, value);
      for (guint i = vac_source_get_first (source, value);
           i != VAC_NO_VALUE && source->budget > 0; i = vac_source_get_next (source, value, i))
        take (source, i, path, member, index);
    }
  else if (*path == '\0')
    {
      member->take (source, value, member, at);
      if (member->list && vac_draft_get_n_parts (source->draft) > before)
        source->given[member->role] = MAX (source->given[member->role], at + 1);
    }
  else if (value == source->posting || vac_source_is (source, value, VAC_JSON_OBJECT))
    {
      name = g_strndup (path, strcspn (path, "."));
      found = vac_source_get (source, value, name);
      vac_source_use (source, value);
      path += strlen (name);
      if (found != VAC_NO_VALUE)
        take (source, found, path + (*path == '.'), member, index);
    }
}

/**
 * vac_members_take:
 * @source: the data
 * @object: an object of them
 * @members: how its members are read, ended by a row without a name
 * @index: in which element of a list @object is
 *
 * Adds to the draft what @object says.
 */
void
vac_members_take (VacSource       *source,
                  guint            object,
                  const VacMember *members,
                  guint            index)
{
  const guint before = vac_draft_get_n_parts (source->draft);

  g_return_if_fail (source != NULL && members != NULL);

  vac_source_use (source, object);
  for (const VacMember *member = members; member->name != NULL; member++)
    {
      const guint other = member->unless != NULL ? vac_source_get (source, object, member->unless)
                                                 : VAC_NO_VALUE;

      if (vac_source_is_filled (source, other) ||
          (member->otherwise && vac_draft_get_n_parts (source->draft) > before))
        continue;
      take (source, object, member->name, member, index);
    }
}

/* The array that holds the postings; the root where it is one itself. */
static guint
find_list (VacSource  *source,
           const char *list)
{
  const guint found = list != NULL ? vac_source_get (source, 0, list) : VAC_NO_VALUE;

  return vac_source_is (source, found, VAC_JSON_ARRAY) ? found : 0;
}

/**
 * vac_board_get_first:
 * @source: data
 * @list: (nullable): the member of the root that holds the postings, where the root is an object
 *
 * Returns: the first posting of them; the root, where that may only be a posting itself
 */
guint
vac_board_get_first (VacSource  *source,
                     const char *list)
{
  return vac_source_get_first (source, find_list (source, list));
}

static void
read_one (const VacBoard *board,
          VacSource      *source,
          guint           posting,
          GPtrArray      *drafts)
{
  const guint title = vac_source_get (source, posting, board->title);

  if (!vac_source_is (source, title, VAC_JSON_STRING) || drafts->len >= VAC_IMPORT_MAX_POSTINGS)
    return;
  vac_source_begin (source, posting, drafts);
  vac_members_take (source, posting, board->members, 0);
  vac_source_end (source);
}

/**
 * vac_board_read:
 * @board: how the data are made
 * @bytes: the data
 * @drafts: (element-type VacDraft): takes the postings in them, in their order
 * @error: return location for a sentence
 *
 * Returns: whether there was a posting
 */
gboolean
vac_board_read (const VacBoard *board,
                GBytes         *bytes,
                GPtrArray      *drafts,
                GError        **error)
{
  g_autoptr (VacJson) json = vac_json_parse_data (bytes, error);
  g_autoptr (VacSource) source = json != NULL ? vac_source_new (json) : NULL;
  guint list;

  if (source == NULL)
    return FALSE;
  list = find_list (source, board->list);
  if (list == 0 && source->tokens[0].type == VAC_JSON_OBJECT)
    read_one (board, source, 0, drafts);
  for (guint i = vac_source_get_first (source, list); i != VAC_NO_VALUE;
       i = vac_source_get_next (source, list, i))
    read_one (board, source, i, drafts);

  return vac_source_require (drafts, error);
}
