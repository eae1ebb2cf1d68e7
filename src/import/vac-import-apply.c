/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-apply"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-fact-reader.h"
#include "vac-phrase.h"

/* Puts what was recognised into a document, as one step. */

typedef struct
{
  VacRecognition *recognition;
  VacDocument    *document;
  gboolean        replace;
  VacNode        *opened[VAC_N_HEADINGS];   /* sections that this import has written to */
  const char     *titles[VAC_N_HEADINGS];   /* what they are called in the draft */
} Writer;

/* Where a section goes that is about something known. */
static const struct
{
  const char *id;      /* a section of the document */
  VacRole     field;   /* a field that is printed at the end, if the section stands at the end */
} targets[VAC_N_HEADINGS] = {
  [VAC_HEADING_ABOUT_ROLE] = { VAC_SECTION_ABOUT_ROLE },
  [VAC_HEADING_RESPONSIBILITIES] = { VAC_SECTION_RESPONSIBILITIES },
  [VAC_HEADING_REQUIRED] = { VAC_SECTION_REQUIRED },
  [VAC_HEADING_PREFERRED] = { VAC_SECTION_PREFERRED },
  [VAC_HEADING_BENEFITS] = { VAC_SECTION_BENEFITS },
  [VAC_HEADING_PAY] = { VAC_SECTION_PAY },
  [VAC_HEADING_EMPLOYER] = { VAC_SECTION_EMPLOYER, VAC_ROLE_EMPLOYER_ABOUT },
  [VAC_HEADING_APPLY] = { VAC_SECTION_APPLY, VAC_ROLE_APPLY_INSTRUCTIONS },
  [VAC_HEADING_EQUAL_OPPORTUNITY] = { VAC_SECTION_OPPORTUNITY, VAC_ROLE_EQUAL_OPPORTUNITY },
  [VAC_HEADING_ACCOMMODATION] = { VAC_SECTION_ACCOMMODATION, VAC_ROLE_ACCOMMODATION },
};

/* What is left of a part: its label and its text as one paragraph, stored with marks for a field
 * that has them; NULL when nothing is. */
static char *
write_paragraph (Writer  *self,
                 guint    position,
                 gboolean marked)
{
  const VacDraftPart *part = vac_draft_get_part (self->recognition->draft, position);
  g_autofree char *text = marked ? vac_recognition_dup_marked (self->recognition, position)
                                 : vac_recognition_dup_text (self->recognition, position);
  g_autofree char *label = NULL;

  if (part->kind == VAC_DRAFT_FACT || position == self->recognition->title || *text == '\0')
    return NULL;
  if (part->kind == VAC_DRAFT_ROW)
    {
      g_auto (GStrv) cells = g_strsplit (text, "\t", -1);

      return cells[1] != NULL && cells[2] == NULL
                 ? g_strconcat (cells[0], g_str_has_suffix (cells[0], ":") ? " " : ": ", cells[1],
                                NULL)
                 : g_strjoinv (" · ", cells);
    }
  if (part->label == NULL)
    return g_steal_pointer (&text);
  label = vac_phrase_run_in (self->recognition->language, part->label);
  if (marked)
    {
      g_autofree char *stored = vac_markup_escape (label);

      return g_strconcat (stored, text, NULL);
    }

  return g_strconcat (label, text, NULL);
}

static gboolean
is_bullet (Writer *self,
           guint   position)
{
  return vac_draft_get_part (self->recognition->draft, position)->kind == VAC_DRAFT_BULLET;
}

static gboolean
is_row (Writer *self,
        guint   position)
{
  return vac_draft_get_part (self->recognition->draft, position)->kind == VAC_DRAFT_ROW;
}

static void
add_item (Writer  *self,
          VacNode *section,
          guint    position)
{
  const VacDraftPart *part = vac_draft_get_part (self->recognition->draft, position);
  g_autofree char *text = vac_recognition_dup_marked (self->recognition, position);
  g_autoptr (VacNode) item = NULL;

  if (*text == '\0' && (part->label == NULL || *part->text != '\0'))
    return;
  item = vac_node_new_record (vac_schema_get_field (VAC_ROLE_ITEM), VAC_ROLE_ITEM_LABEL,
                              part->label, VAC_ROLE_ITEM_TEXT, text, VAC_ROLE_NONE);
  vac_document_append (self->document, vac_node_get (section, VAC_ROLE_SECTION_ITEMS), item);
}

/* Sets what was collected behind what @leaf says already; paragraph by paragraph, each would be
 * copied with all before it. */
static void
set_text (Writer  *self,
          VacNode *leaf,
          GString *collected)
{
  const char *old = vac_node_get_text (leaf);

  if (collected->len == 0)
    return;
  if (*old != '\0')
    {
      g_string_prepend (collected, "\n\n");
      g_string_prepend (collected, old);
    }
  vac_document_set_text (self->document, leaf, collected->str);
  g_string_truncate (collected, 0);
}

static void
collect (GString    *collected,
         const char *text,
         const char *separator)
{
  if (collected->len > 0)
    g_string_append (collected, separator);
  g_string_append (collected, text);
}

static VacNode *
add_section (Writer     *self,
             VacNode    *list,
             guint       position,
             const char *id,
             const char *title)
{
  g_autoptr (VacNode) section = vac_node_new_record (
      vac_node_get_field (list)->element, VAC_ROLE_SECTION_ID, id, VAC_ROLE_SECTION_TITLE, title,
      VAC_ROLE_SECTION_AUDIENCE, VAC_AUDIENCE_ID_CANDIDATE, VAC_ROLE_NONE);

  if (!vac_document_insert (self->document, list, position, section))
    return NULL;

  return section;
}

/* A section has text, then bullets. What follows the bullets begins a part without a heading. */
static VacNode *
begin_next (Writer  *self,
            VacNode *section)
{
  VacNode *subsections = vac_node_get (section, VAC_ROLE_SUBSECTIONS);
  VacNode *list = subsections != NULL ? subsections : vac_node_get_parent (section);

  return add_section (self, list,
                      subsections != NULL ? vac_node_get_n_children (list)
                                          : vac_node_get_position (section) + 1,
                      "", "");
}

/* Returns: the node that was written to last */
static VacNode *
write_parts (Writer                *self,
             VacNode               *section,
             const VacFoundSection *found)
{
  g_autoptr (GString) collected = g_string_new (NULL);
  gboolean after_row = FALSE;

  for (guint i = found->start; i < found->end && section != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (is_bullet (self, i))
        {
          set_text (self, vac_node_get (section, VAC_ROLE_SECTION_TEXT), collected);
          add_item (self, section, i);
          continue;
        }
      text = write_paragraph (self, i, TRUE);
      if (text == NULL)
        continue;
      if (vac_node_get_n_children (vac_node_get (section, VAC_ROLE_SECTION_ITEMS)) > 0)
        section = begin_next (self, section);
      collect (collected, text, after_row && is_row (self, i) ? "\n" : "\n\n");
      after_row = is_row (self, i);
    }
  if (section != NULL)
    set_text (self, vac_node_get (section, VAC_ROLE_SECTION_TEXT), collected);

  return section;
}

/* Whether a section of a draft leaves anything to write. */
static gboolean
has_text (Writer                *self,
          const VacFoundSection *found)
{
  for (guint i = found->start; i < found->end; i++)
    {
      g_autofree char *text = write_paragraph (self, i, FALSE);

      if (text != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whether all of a section is paragraphs, so that a field can hold it. */
static gboolean
is_prose (Writer *self,
          guint   position)
{
  const VacFoundSection *found = vac_recognition_get_section (self->recognition, position);
  const guint n = vac_recognition_get_n_sections (self->recognition);

  for (guint i = found->start; i < found->end; i++)
    if (is_bullet (self, i))
      return FALSE;
  for (guint i = position + 1; i < n; i++)
    {
      found = vac_recognition_get_section (self->recognition, i);
      if (found->level == 1)
        return TRUE;
      if (has_text (self, found))
        return FALSE;
    }

  return TRUE;
}

/* What is printed at the end must have stood there. */
static gboolean
is_at_end (Writer *self,
           guint   position)
{
  for (guint i = position + 1; i < vac_recognition_get_n_sections (self->recognition); i++)
    {
      const VacFoundSection *found = vac_recognition_get_section (self->recognition, i);

      if (found->used && targets[found->target].field == VAC_ROLE_NONE && has_text (self, found))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (nullable): the field that takes the section */
static VacNode *
find_field (Writer *self,
            guint   position)
{
  const VacFoundSection *found = vac_recognition_get_section (self->recognition, position);
  const VacRole role = targets[found->target].field;

  if (role == VAC_ROLE_NONE || !is_prose (self, position) || !is_at_end (self, position))
    return NULL;
  /* Its heading would name nobody. */
  if (role == VAC_ROLE_EMPLOYER_ABOUT &&
      *vac_document_get_text (self->document, VAC_ROLE_EMPLOYER_NAME) == '\0')
    return NULL;

  return vac_document_get (self->document, role);
}

static void
write_to_field (Writer                *self,
                VacNode               *field,
                const VacFoundSection *found)
{
  g_autoptr (GString) collected = g_string_new (NULL);

  if (self->replace)
    vac_document_set_text (self->document, field, "");
  for (guint i = found->start; i < found->end; i++)
    {
      g_autofree char *text = write_paragraph (self, i, FALSE);

      if (text != NULL)
        collect (collected, text, "\n\n");
    }
  set_text (self, field, collected);
}

static void
clear_section (Writer  *self,
               VacNode *section)
{
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);
  VacNode *subsections = vac_node_get (section, VAC_ROLE_SUBSECTIONS);

  vac_document_set_text (self->document, vac_node_get (section, VAC_ROLE_SECTION_TEXT), "");
  while (vac_node_get_n_children (items) > 0)
    vac_document_remove (self->document, vac_node_get_child (items, 0));
  while (subsections != NULL && vac_node_get_n_children (subsections) > 0)
    vac_document_remove (self->document, vac_node_get_child (subsections, 0));
}

/* Behind the last section for candidates: those for the team come at the end. */
static guint
find_end (Writer  *self,
          VacNode *sections)
{
  guint end = vac_node_get_n_children (sections);

  while (end > 0 && g_str_equal (vac_node_get_member_text (vac_node_get_child (sections, end - 1),
                                                           VAC_ROLE_SECTION_AUDIENCE),
                                 VAC_AUDIENCE_ID_TEAM))
    end--;

  return end;
}

/* The section of the document that is about the same, or a new one. Of two in a draft that are
 * about the same, the second keeps its own heading, unless it has the same. */
static VacNode *
open_section (Writer                *self,
              const VacFoundSection *found)
{
  const char *id = targets[found->target].id;
  VacNode *sections = vac_document_get (self->document, VAC_ROLE_SECTIONS);
  VacNode *section = NULL;

  if (id != NULL && self->opened[found->target] != NULL)
    {
      if (g_str_equal (self->titles[found->target], found->title))
        return self->opened[found->target];
      return add_section (self, sections, find_end (self, sections), "", found->title);
    }
  if (id != NULL)
    section = vac_document_find_section (self->document, id);
  if (section != NULL && self->replace)
    clear_section (self, section);
  if (section == NULL)
    section = add_section (self, sections, find_end (self, sections), id, found->title);
  self->opened[found->target] = section;
  self->titles[found->target] = found->title;

  return section;
}

static gboolean
has_subsections (Writer *self,
                 guint   position)
{
  return position + 1 < vac_recognition_get_n_sections (self->recognition) &&
         vac_recognition_get_section (self->recognition, position + 1)->level == 2;
}

static void
write_sections (Writer *self)
{
  VacNode *section = NULL;

  for (guint i = 0; i < vac_recognition_get_n_sections (self->recognition); i++)
    {
      const VacFoundSection *found = vac_recognition_get_section (self->recognition, i);
      VacNode *field = found->level == 1 && found->used ? find_field (self, i) : NULL;
      VacNode *parts;

      if (!found->used || (!has_text (self, found) && !has_subsections (self, i)))
        {
          section = found->level == 1 ? NULL : section;
          continue;
        }
      if (field != NULL)
        {
          write_to_field (self, field, found);
          section = NULL;
          continue;
        }
      parts = found->level == 2 && section != NULL
                  ? vac_node_get (section, VAC_ROLE_SUBSECTIONS) : NULL;
      if (parts == NULL)
        {
          section = open_section (self, found);
          write_parts (self, section, found);
        }
      else
        write_parts (self, add_section (self, parts, vac_node_get_n_children (parts), "",
                                        found->title),
                     found);
    }
}

static void
write_facts (Writer *self)
{
  for (guint i = 0; i < vac_recognition_get_n_facts (self->recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (self->recognition, i);
      VacNode *leaf;

      if (!fact->taken || !fact->exact)
        continue;
      leaf = vac_import_reach (self->document, fact->role, fact->index);
      if (leaf != NULL)
        vac_document_set_text (self->document, leaf, fact->value);
    }
}

/**
 * vac_recognition_apply:
 * @self: a recognition
 * @document: a posting
 * @replace: whether a section takes the place of what the same section of @document says, instead
 *   of coming after it
 *
 * Puts the facts that are taken and the sections that are used into @document, as one step that can
 * be undone.
 *
 * Returns: whether @document was changed
 */
gboolean
vac_recognition_apply (VacRecognition *self,
                       VacDocument    *document,
                       gboolean        replace)
{
  Writer writer = { .recognition = self, .document = document, .replace = replace };
  guint64 state;

  g_return_val_if_fail (self != NULL && VAC_IS_DOCUMENT (document), FALSE);

  state = vac_document_get_state (document);
  vac_document_begin_step (document, _("Import"));
  write_facts (&writer);
  write_sections (&writer);
  vac_document_end_step (document);

  return vac_document_get_state (document) != state;
}

/**
 * vac_recognition_make_document:
 * @self: a recognition
 *
 * Returns: (transfer full): a new posting of what was recognised; undoing its only step empties it
 */
VacDocument *
vac_recognition_make_document (VacRecognition *self)
{
  g_autoptr (VacNode) root = NULL;
  g_autofree char *version = g_strdup_printf ("%d", VAC_FORMAT_VERSION);
  VacDocument *document;

  g_return_val_if_fail (self != NULL, NULL);

  root = vac_node_new_record (vac_schema_get_root (), VAC_ROLE_FORMAT, VAC_FORMAT_ID,
                              VAC_ROLE_VERSION, version, VAC_ROLE_LANGUAGE, self->language,
                              VAC_ROLE_NONE);
  document = vac_document_new_for_root (root);
  vac_recognition_apply (self, document, FALSE);

  return document;
}
