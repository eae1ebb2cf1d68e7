/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-marks"

#include "config.h"

#include "vac-page-marks.h"
#include "vac-underline.h"

/**
 * VacPageMarks:
 *
 * Marks in a preview what the review finds, and the words that somebody looks for, on the pages
 * that have been seen.
 */
struct _VacPageMarks
{
  GObject         parent_instance;

  /* Borrowed */
  VacPreviewPane *pane;

  /* Owned */
  VacMarks       *marks;   /* NULL while there is no posting */
  VacFinder      *finder;  /* nullable */
  GHashTable     *texts;   /* VacNode → Text */

  gboolean        active;  /* what the review finds is marked */
};

G_DEFINE_FINAL_TYPE (VacPageMarks, vac_page_marks, G_TYPE_OBJECT)

/* A text that was seen on a page. */
typedef struct
{
  VacPageMarks *owner;        /* borrowed */
  VacNode      *node;         /* a reference */
  char         *text;         /* what the marks are of */
  GArray       *underlines;   /* of VacUnderline */
} Text;

static void
text_free (gpointer data)
{
  Text *self = data;

  g_object_unref (self->node);
  g_array_unref (self->underlines);
  g_free (self->text);
  g_free (self);
}

static GArray *find_marks_cb (VacNode *node,
                              gpointer user_data);

static void
redraw (VacPageMarks *self)
{
  vac_preview_pane_set_marks (self->pane, find_marks_cb, self);
}

static void
follow (Text *self)
{
  const char *text = vac_node_get_text (self->node);

  if (g_str_equal (text, self->text))
    return;
  vac_underlines_shift (self->underlines, self->text, text);
  g_free (self->text);
  self->text = g_strdup (text);
}

static void
add_found (Text      *self,
           VacFinder *finder)
{
  g_autoptr (GArray) found = vac_finder_find_in (finder, self->node);

  vac_underlines_add_found (self->underlines, found);
}

static void
on_findings_cb (gpointer data)
{
  Text *self = data;
  g_autoptr (GPtrArray) findings = vac_marks_get_findings (self->owner->marks, self->node);
  VacFinder *finder = self->owner->finder;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  follow (self);
  before = vac_underlines_lay_out (self->underlines, 0, 0);
  g_array_set_size (self->underlines, 0);
  if (findings != NULL)
    vac_underlines_add (self->underlines, findings, self->text);
  if (finder != NULL)
    add_found (self, finder);
  after = vac_underlines_lay_out (self->underlines, 0, 0);
  if (!vac_underlines_equal (before, after))
    redraw (self->owner);
}

/* A text that is seen for the first time is looked at soon. */
static Text *
watch (VacPageMarks *self,
       VacNode      *node)
{
  Text *text = g_new0 (Text, 1);

  text->owner = self;
  text->node = g_object_ref (node);
  text->text = g_strdup (vac_node_get_text (node));
  text->underlines = vac_underlines_new ();
  g_hash_table_insert (self->texts, node, text);
  vac_marks_add (self->marks, node, on_findings_cb, text);

  return text;
}

static VacMarkGround
get_ground (VacPageMarks *self)
{
  switch (vac_marks_get_ground (self->marks))
    {
    case VAC_MARK_GROUND_LIGHT_STRONG:
    case VAC_MARK_GROUND_DARK_STRONG:
      return VAC_MARK_GROUND_LIGHT_STRONG;
    case VAC_MARK_GROUND_LIGHT:
    case VAC_MARK_GROUND_DARK:
    case VAC_N_MARK_GROUNDS:
    default:
      return VAC_MARK_GROUND_LIGHT;
    }
}

static GArray *
find_marks_cb (VacNode *node,
               gpointer user_data)
{
  VacPageMarks *self = user_data;
  Text *text = g_hash_table_lookup (self->texts, node);
  g_autoptr (GArray) seen = NULL;
  GArray *marks;

  if (self->marks == NULL)
    return NULL;
  if (text == NULL)
    text = watch (self, node);
  follow (text);
  if (text->underlines->len == 0)
    return NULL;
  seen = vac_underlines_lay_out (text->underlines, 0, 0);
  marks = g_array_new (FALSE, FALSE, sizeof (VacPageMark));
  for (guint i = 0; i < seen->len; i++)
    {
      const VacUnderline *underline = &g_array_index (seen, VacUnderline, i);
      const VacMarkLook look = vac_mark_get_look (underline->group, get_ground (self));
      const VacPageMark mark = { underline->start, underline->end, look.line, look.color };

      g_array_append_val (marks, mark);
    }

  return marks;
}

static void
vac_page_marks_dispose (GObject *object)
{
  VacPageMarks *self = VAC_PAGE_MARKS (object);

  if (self->pane != NULL)
    vac_preview_pane_set_marks (self->pane, NULL, NULL);
  g_clear_weak_pointer (&self->pane);
  g_clear_object (&self->marks);
  g_clear_object (&self->finder);
  g_clear_pointer (&self->texts, g_hash_table_unref);

  G_OBJECT_CLASS (vac_page_marks_parent_class)->dispose (object);
}

static void
vac_page_marks_class_init (VacPageMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_page_marks_dispose;
}

static void
vac_page_marks_init (VacPageMarks *self)
{
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, text_free);
}

/**
 * vac_page_marks_new:
 * @pane: a preview, which has marks for as long as they live
 *
 * Returns: (transfer full): marks in @pane, once they have a reviewer
 */
VacPageMarks *
vac_page_marks_new (VacPreviewPane *pane)
{
  VacPageMarks *self;

  g_return_val_if_fail (VAC_IS_PREVIEW_PANE (pane), NULL);

  self = g_object_new (VAC_TYPE_PAGE_MARKS, NULL);
  g_set_weak_pointer (&self->pane, pane);

  return self;
}

/**
 * vac_page_marks_set_reviewer:
 * @self: marks
 * @reviewer: what finds what they stand for from now on
 * @document: the posting that it reviews
 */
void
vac_page_marks_set_reviewer (VacPageMarks *self,
                             VacReviewer  *reviewer,
                             VacDocument  *document)
{
  g_return_if_fail (VAC_IS_PAGE_MARKS (self));

  /* Along with it go the texts that it watches. */
  g_clear_object (&self->marks);
  g_hash_table_remove_all (self->texts);
  self->marks = vac_marks_new ();
  vac_marks_set_reviewer (self->marks, reviewer, document);
  vac_marks_set_active (self->marks, self->active);
  vac_marks_set_finder (self->marks, self->finder);
  redraw (self);
}

/**
 * vac_page_marks_set_active:
 * @self: marks
 * @active: whether what the review finds is marked
 */
void
vac_page_marks_set_active (VacPageMarks *self,
                           gboolean      active)
{
  g_return_if_fail (VAC_IS_PAGE_MARKS (self));

  self->active = active;
  if (self->marks != NULL)
    vac_marks_set_active (self->marks, active);
}

/**
 * vac_page_marks_set_finder:
 * @self: marks
 * @finder: (nullable): what finds words that are marked as well
 */
void
vac_page_marks_set_finder (VacPageMarks *self,
                           VacFinder    *finder)
{
  g_return_if_fail (VAC_IS_PAGE_MARKS (self));

  g_set_object (&self->finder, finder);
  if (self->marks != NULL)
    vac_marks_set_finder (self->marks, finder);
}
