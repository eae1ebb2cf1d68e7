/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-text"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-codes.h"
#include "vac-direction.h"
#include "vac-export-text.h"
#include "vac-outline-facts.h"
#include "vac-outline-marks.h"
#include "vac-outline-parts.h"
#include "vac-outline-table.h"
#include "vac-phrase.h"
#include "vac-text-table.h"

/* Plain text as people paste it: UTF-8, LF; into emails wrapped and with headings underlined, into
 * forms with a line for each paragraph, because a form wraps by itself. */

typedef struct
{
  GString    *out;
  const char *language;
  guint       columns;   /* 0 for one line a paragraph */
} Writer;

/* Of a column in a table of figures: its title, and the name of a row. */
#define TITLE_COLUMNS 14
#define NAME_COLUMNS 30

static void
append_spaces (Writer *self,
               guint   n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (self->out, ' ');
}

/* Returns the column at which the line goes on. A form gets no blanks that it did not ask for. */
static guint
begin_line (Writer *self,
            guint   indent)
{
  g_string_append_c (self->out, '\n');
  append_spaces (self, self->columns > 0 ? indent : 0);

  return indent;
}

/* Appends @text wrapped; the first line continues what stands there, @column columns wide, the
 * others are indented. A word that is longer than a line is not broken: it may be a link. */
static void
append_wrapped (Writer     *self,
                const char *text,
                guint       column,
                guint       indent)
{
  gboolean begins_line = TRUE;

  while (*text != '\0')
    {
      gsize length = strcspn (text, " \t\n");
      guint width = vac_text_get_width (text, (gssize) length);

      if (length > 0)
        {
          if (!begins_line && self->columns > 0 && column + 1 + width > self->columns)
            {
              column = begin_line (self, indent);
              begins_line = TRUE;
            }
          if (!begins_line)
            {
              g_string_append_c (self->out, ' ');
              column++;
            }
          g_string_append_len (self->out, text, (gssize) length);
          column += width;
          begins_line = FALSE;
        }

      text += length;
      if (*text == '\n' && text[1] != '\0')
        {
          column = begin_line (self, indent);
          begins_line = TRUE;
        }
      if (*text != '\0')
        text++;
    }
}

static void
append_underlined (Writer     *self,
                   const char *text,
                   char        underline)
{
  gsize start = self->out->len;
  guint widest = 0;
  g_auto (GStrv) lines = NULL;

  append_wrapped (self, text, 0, 0);
  g_string_append_c (self->out, '\n');
  if (self->columns == 0)
    return;

  lines = g_strsplit (self->out->str + start, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    widest = MAX (widest, vac_text_get_width (lines[i], -1));
  for (guint i = 0; i < widest; i++)
    g_string_append_c (self->out, underline);
  g_string_append_c (self->out, '\n');
}

static void
append_labelled (Writer         *self,
                 const VacBlock *block,
                 guint           indent)
{
  g_autofree char *text = vac_block_spell_links (block);
  g_autofree char *label = NULL;
  g_autofree char *labelled = NULL;

  if (block->label == NULL)
    {
      append_wrapped (self, text, indent, indent);
      return;
    }
  if (*block->text == '\0')
    {
      append_wrapped (self, block->label, indent, indent);
      return;
    }

  label = vac_phrase_run_in (self->language, block->label);
  labelled = g_strconcat (label, text, NULL);
  append_wrapped (self, labelled, indent, indent);
}

static void
append_facts (Writer         *self,
              const VacBlock *block)
{
  g_autofree char *line = vac_facts_join (block->facts, self->language, NULL);

  append_wrapped (self, line, 0, 0);
  g_string_append_c (self->out, '\n');
}

/* A table as a list of records: its first cell is a bullet, the others stand below it under the
 * names of their columns. It survives every email program and every width. */
static void
append_row (Writer         *self,
            const VacBlock *block,
            const VacBlock *header)
{
  g_string_append (self->out, "• ");
  append_wrapped (self, block->cells[0] != NULL ? block->cells[0] : "", 2, 2);
  g_string_append_c (self->out, '\n');

  for (guint i = 1; block->cells[0] != NULL && block->cells[i] != NULL; i++)
    {
      const char *name = header != NULL && i < g_strv_length (header->cells) ? header->cells[i]
                                                                             : NULL;
      g_autofree char *label = name != NULL ? vac_phrase_run_in (self->language, name)
                                            : g_strdup ("");
      g_autofree char *line = g_strconcat (label, block->cells[i], NULL);

      if (*block->cells[i] == '\0')
        continue;
      append_spaces (self, self->columns > 0 ? 2 : 0);
      append_wrapped (self, line, 2, 4);
      g_string_append_c (self->out, '\n');
    }
}

static void
append_table (Writer     *self,
              VacOutline *outline,
              guint       first)
{
  guint end = vac_outline_find_table_end (outline, first);
  guint n_columns = g_strv_length (vac_outline_get_block (outline, first)->cells);
  g_autoptr (VacTextTable) table = vac_text_table_new (n_columns,
                                                       vac_outline_find_figures (outline, first));

  for (guint i = first; i < end; i++)
    {
      char **cells = vac_outline_get_block (outline, i)->cells;
      guint n_cells = g_strv_length (cells);

      for (guint j = 0; j < n_columns; j++)
        vac_text_table_add (table, j < n_cells ? cells[j] : "",
                            j == 0 ? NAME_COLUMNS : i == first ? TITLE_COLUMNS : 0);
    }
  vac_text_table_append_to (table, self->out, self->columns);
}

static gboolean
stand_close (const VacBlock *previous,
             const VacBlock *block)
{
  return previous->kind == block->kind &&
         (block->kind == VAC_BLOCK_BULLET || block->kind == VAC_BLOCK_ROW ||
          block->kind == VAC_BLOCK_FACTS || block->kind == VAC_BLOCK_LINK);
}

static gboolean
needs_space (const VacBlock *previous,
             const VacBlock *block)
{
  if (previous == NULL || previous->kind == VAC_BLOCK_HEADING || stand_close (previous, block))
    return FALSE;

  return !(previous->kind == VAC_BLOCK_FACTS && block->kind == VAC_BLOCK_PAY) &&
         !(previous->kind == VAC_BLOCK_PAY && block->kind == VAC_BLOCK_FACTS);
}

static void
append_block (Writer         *self,
              const VacBlock *block,
              const VacBlock *header)
{
  switch (block->kind)
    {
    case VAC_BLOCK_TITLE:
      append_underlined (self, block->text, '=');
      break;
    case VAC_BLOCK_HEADING:
      append_underlined (self, block->text, block->level == 1 ? '-' : '~');
      break;
    case VAC_BLOCK_BULLET:
      g_string_append (self->out, "• ");
      append_labelled (self, block, 2);
      g_string_append_c (self->out, '\n');
      break;
    case VAC_BLOCK_ROW:
      if (!block->header)
        append_row (self, block, header);
      break;
    case VAC_BLOCK_FACTS:
      append_facts (self, block);
      break;
    case VAC_BLOCK_PAY:
    case VAC_BLOCK_PARAGRAPH:
    case VAC_BLOCK_LINK:
    case VAC_BLOCK_PICTURE:
    case VAC_BLOCK_CHART:
    case VAC_BLOCK_SPACE:
    default:
      append_labelled (self, block, 0);
      g_string_append_c (self->out, '\n');
    }
}

/**
 * vac_outline_to_text_wrapped:
 * @outline: an outline
 * @columns: where lines are wrapped; 0 for one line a paragraph, without underlines
 *
 * Pictures are left out.
 *
 * Returns: (transfer full): it as plain text, which ends with a line end unless it is empty
 */
char *
vac_outline_to_text_wrapped (VacOutline *outline,
                             guint       columns)
{
  Writer self = { .columns = columns };
  g_autoptr (VacOutline) spelled = NULL;
  const VacBlock *previous = NULL;
  const VacBlock *header = NULL;

  g_return_val_if_fail (outline != NULL, NULL);

  spelled = vac_outline_spell_marks (outline);
  outline = spelled;
  self.out = g_string_sized_new (16 * 1024);
  self.language = vac_outline_get_language (outline);
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if (block->kind == VAC_BLOCK_PICTURE || block->kind == VAC_BLOCK_CHART ||
          (block->kind == VAC_BLOCK_TITLE && *block->text == '\0'))
        continue;
      if (needs_space (previous, block))
        g_string_append_c (self.out, '\n');
      if (block->kind != VAC_BLOCK_ROW || block->header)
        header = block->kind == VAC_BLOCK_ROW ? block : NULL;
      previous = block;
      /* A form shows no columns: its letters are not of one width. */
      if (columns > 0 && block->kind == VAC_BLOCK_ROW &&
          vac_outline_is_table_of_figures (outline, i))
        {
          append_table (&self, outline, i);
          i = vac_outline_find_table_end (outline, i) - 1;
        }
      else
        append_block (&self, block, header);
    }

  if (vac_codes_is_rtl (self.language))
    {
      g_autofree char *text = g_string_free (self.out, FALSE);

      return vac_direction_mark (text);
    }

  return g_string_free (self.out, FALSE);
}

/**
 * vac_outline_to_text:
 * @outline: an outline
 *
 * Returns: (transfer full): it as plain text for an email
 */
char *
vac_outline_to_text (VacOutline *outline)
{
  return vac_outline_to_text_wrapped (outline, VAC_EXPORT_MAIL_COLUMNS);
}

static GBytes *
write_text (VacDocument            *document,
            VacOutline             *outline,
            const VacExportOptions *options,
            GError                **error)
{
  char *text = vac_outline_to_text_wrapped (outline, options->columns);

  return g_bytes_new_take (text, strlen (text));
}

const VacExporter vac_text_exporter = {
  .id = "text",
  .extension = "txt",
  .mime_type = "text/plain",
  .label = N_("Plain Text"),
  .purpose = N_("To paste into an email or an application form"),
  .from_outline = TRUE,
  .write = write_text,
};
