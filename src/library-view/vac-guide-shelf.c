/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-shelf"

#include "config.h"

#include "vac-debounce.h"
#include "vac-error.h"
#include "vac-file-name.h"
#include "vac-guide-family.h"
#include "vac-guide-shelf.h"

/* As in the template. */
#define MOST_PER_LINE 6

/* A change of several files is one. In milliseconds. */
#define QUIET   100
#define LONGEST 1000

/**
 * VacGuideShelf:
 *
 * The guides to start a posting from, as cards. They are read in another thread, and again when
 * something changes in the folder of the user's own.
 */
struct _VacGuideShelf
{
  GtkBox           parent_instance;

  /* Template widgets */
  GtkFlowBox      *flow_box;
  GtkWidget       *empty_label;
  GtkWidget       *problems_group;
  GtkListBox      *problems_list;

  /* Borrowed */
  VacFirstPages   *pages;     /* NULL once the page above is going away */
  AdwToastOverlay *toasts;

  /* Owned */
  VacGuideLibrary *library;   /* NULL until it is read */
  GFileMonitor    *monitor;
  VacDebounce     *reading;
  char            *typed;     /* what somebody looks for */
  char            *language;  /* that postings are wanted in */

  guint            n_readings;
  gboolean         compact;   /* one card below the other */
  gboolean         focus;     /* whether the first card is to have it once there is one */
};

G_DEFINE_FINAL_TYPE (VacGuideShelf, vac_guide_shelf, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHOOSE,
  GUIDES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Cards */

static VacGuideCard *
get_card (VacGuideShelf *self,
          int            position)
{
  return VAC_GUIDE_CARD (gtk_flow_box_get_child_at_index (self->flow_box, position));
}

static VacGuideCard *
find_first (VacGuideShelf *self)
{
  VacGuideCard *card;

  for (int i = 0; (card = get_card (self, i)) != NULL; i++)
    if (vac_guide_card_matches (card, self->typed))
      return card;

  return NULL;
}

/* An answer to look(). */
typedef struct
{
  VacGuideCard *card;     /* owned */
  GBytes       *bytes;    /* owned */
} Looking;

static void
looking_free (Looking *looking)
{
  g_object_unref (looking->card);
  g_bytes_unref (looking->bytes);
  g_free (looking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Looking, looking_free)

static void
on_looked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Looking) looking = user_data;
  g_autoptr (VacFirstPage) page = vac_first_pages_look_finish (result, NULL);

  if (page != NULL)
    vac_guide_card_set_picture (looking->card, looking->bytes, page->picture);
}

static void
look (VacGuideShelf *self,
      VacGuideCard  *card)
{
  Looking *looking = g_new0 (Looking, 1);

  looking->card = g_object_ref (card);
  looking->bytes = g_bytes_ref (vac_guide_card_get_guide (card)->bytes);
  vac_first_pages_look_async (self->pages, NULL, looking->bytes, vac_guide_card_get_pixels (card),
                              on_looked_cb, looking);
}

static void
on_edition_changed_cb (VacGuideCard  *card,
                       VacGuideShelf *self)
{
  look (self, card);
}

static void
on_command_cb (VacGuideCard    *card,
               VacGuideCommand  command,
               VacGuideShelf   *self)
{
  vac_guide_shelf_do (GTK_WIDGET (self), self->toasts, vac_guide_card_get_guide (card), command);
}

static void
on_child_activated_cb (GtkFlowBox    *flow_box,
                       VacGuideCard  *card,
                       VacGuideShelf *self)
{
  g_signal_emit (self, signals[CHOOSE], 0, vac_guide_card_get_guide (card));
}

static void
append_card (VacGuideShelf *self,
             GPtrArray     *family)
{
  GtkWidget *card = vac_guide_card_new (family, self->language);

  g_signal_connect_object (card, "edition-changed", G_CALLBACK (on_edition_changed_cb), self, 0);
  g_signal_connect_object (card, "command", G_CALLBACK (on_command_cb), self, 0);
  vac_guide_card_set_compact (VAC_GUIDE_CARD (card), self->compact);
  gtk_flow_box_append (self->flow_box, card);
  look (self, VAC_GUIDE_CARD (card));
}

static void
append_problem (VacGuideShelf         *self,
                const VacGuideProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = vac_file_name_tell (problem->file);
  g_autofree char *sentence = vac_error_describe (problem->error, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sentence);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_list_box_append (self->problems_list, row);
}

/* Reading */

/* Returns: the position of the card that has the focus, or of one in which something has it; -1 if
 * none has */
static int
find_focused (VacGuideShelf *self)
{
  GtkWidget *focus = gtk_widget_get_root (GTK_WIDGET (self)) != NULL
                         ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) : NULL;
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, VAC_TYPE_GUIDE_CARD) : NULL;

  return card != NULL && gtk_widget_is_ancestor (card, GTK_WIDGET (self))
             ? gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (card)) : -1;
}

static void
clear (VacGuideShelf *self)
{
  GtkListBoxRow *row;

  gtk_flow_box_set_filter_func (self->flow_box, NULL, NULL, NULL);
  while (get_card (self, 0) != NULL)
    gtk_flow_box_remove (self->flow_box, GTK_WIDGET (get_card (self, 0)));
  while ((row = gtk_list_box_get_row_at_index (self->problems_list, 0)) != NULL)
    gtk_list_box_remove (self->problems_list, GTK_WIDGET (row));
}

static gboolean
is_shown (GtkFlowBoxChild *child,
          gpointer         user_data)
{
  return vac_guide_card_matches (VAC_GUIDE_CARD (child), VAC_GUIDE_SHELF (user_data)->typed);
}

static void
fill (VacGuideShelf *self)
{
  g_autoptr (GPtrArray) families = vac_guide_families_new (self->library);
  GPtrArray *problems = vac_guide_library_get_problems (self->library);

  for (guint i = 0; i < families->len; i++)
    append_card (self, g_ptr_array_index (families, i));
  for (guint i = 0; i < problems->len; i++)
    append_problem (self, g_ptr_array_index (problems, i));
  gtk_widget_set_visible (self->problems_group, problems->len > 0);
  gtk_flow_box_set_filter_func (self->flow_box, is_shown, self, NULL);
}

/* Puts the focus on a card in a way that the arrow keys go on from there: a flow box has a place of
 * its own, which follows the focus only where it moves by keys. */
static void
focus_card (VacGuideShelf *self,
            VacGuideCard  *card)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  VacGuideCard *other;
  int n_before = 0;
  gboolean moved;

  for (int i = 0; (other = get_card (self, i)) != card; i++)
    n_before += vac_guide_card_matches (other, self->typed) ? 1 : 0;
  g_signal_emit_by_name (self->flow_box, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, -1, FALSE, FALSE,
                         &moved);
  if (n_before > 0)
    g_signal_emit_by_name (self->flow_box, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS,
                           rtl ? -n_before : n_before, FALSE, FALSE, &moved);
  gtk_widget_grab_focus (GTK_WIDGET (card));
}

/* A card that had the focus is there again, or the one that took its place is. */
static void
focus_again (VacGuideShelf *self,
             int            position)
{
  VacGuideCard *card = NULL;

  while (position >= 0 && card == NULL)
    card = get_card (self, position--);
  if (card != NULL)
    focus_card (self, card);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  VacGuideShelf *self = VAC_GUIDE_SHELF (source);
  g_autoptr (VacGuideLibrary) library = g_task_propagate_pointer (G_TASK (result), NULL);
  int focused;

  /* An earlier reading may end later. */
  if (self->pages == NULL || GPOINTER_TO_UINT (user_data) != self->n_readings)
    return;
  focused = find_focused (self);
  clear (self);
  g_clear_pointer (&self->library, vac_guide_library_free);
  self->library = g_steal_pointer (&library);
  fill (self);
  if (self->focus)
    vac_guide_shelf_focus_first (self);
  else
    focus_again (self, focused);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, vac_guide_library_new (task_data),
                         (GDestroyNotify) vac_guide_library_free);
}

static void
read_guides (VacGuideShelf *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read_cb,
                                       GUINT_TO_POINTER (++self->n_readings));

  g_task_set_source_tag (task, read_guides);
  g_task_set_task_data (task, vac_guide_get_user_folder (), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static gboolean
on_quiet_cb (gpointer user_data)
{
  read_guides (VAC_GUIDE_SHELF (user_data));

  return G_SOURCE_REMOVE;
}

static void
on_folder_changed_cb (GFileMonitor      *monitor,
                      GFile             *file,
                      GFile             *other_file,
                      GFileMonitorEvent  event,
                      VacGuideShelf     *self)
{
  vac_debounce_trigger (self->reading);
}

static void
vac_guide_shelf_guides_changed (VacGuideShelf *self)
{
  vac_debounce_trigger (self->reading);
}

static void
watch (VacGuideShelf *self)
{
  g_autofree char *path = vac_guide_get_user_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_folder_changed_cb), self, 0);
}

/* The tab key goes through a card and on to what follows; among the cards, arrow keys move. */
static gboolean
vac_guide_shelf_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  VacGuideShelf *self = VAC_GUIDE_SHELF (widget);
  const gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  const int position = tab ? find_focused (self) : -1;

  if (position >= 0)
    return gtk_widget_child_focus (GTK_WIDGET (get_card (self, position)), direction);

  return GTK_WIDGET_CLASS (vac_guide_shelf_parent_class)->focus (widget, direction);
}

static void
set_compact (VacGuideShelf *self,
             gboolean       compact)
{
  VacGuideCard *card;

  if (self->compact == compact)
    return;
  self->compact = compact;
  gtk_flow_box_set_homogeneous (self->flow_box, !compact);
  gtk_flow_box_set_max_children_per_line (self->flow_box, compact ? 1 : MOST_PER_LINE);
  for (int i = 0; (card = get_card (self, i)) != NULL; i++)
    {
      vac_guide_card_set_compact (card, compact);
      look (self, card);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
vac_guide_shelf_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_COMPACT)
    g_value_set_boolean (value, VAC_GUIDE_SHELF (object)->compact);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vac_guide_shelf_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_COMPACT)
    set_compact (VAC_GUIDE_SHELF (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vac_guide_shelf_dispose (GObject *object)
{
  VacGuideShelf *self = VAC_GUIDE_SHELF (object);

  self->pages = NULL;
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->reading, vac_debounce_free);
  if (self->library != NULL)
    clear (self);
  g_clear_pointer (&self->library, vac_guide_library_free);

  G_OBJECT_CLASS (vac_guide_shelf_parent_class)->dispose (object);
}

static void
vac_guide_shelf_finalize (GObject *object)
{
  g_free (VAC_GUIDE_SHELF (object)->typed);
  g_free (VAC_GUIDE_SHELF (object)->language);

  G_OBJECT_CLASS (vac_guide_shelf_parent_class)->finalize (object);
}

static void
vac_guide_shelf_class_init (VacGuideShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_guide_shelf_dispose;
  object_class->finalize = vac_guide_shelf_finalize;
  object_class->get_property = vac_guide_shelf_get_property;
  object_class->set_property = vac_guide_shelf_set_property;
  widget_class->focus = vac_guide_shelf_focus;

  /**
   * VacGuideShelf:compact:
   *
   * Whether one card stands below the other, with a smaller picture.
   */
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VacGuideShelf::choose:
   * @guide: a #VacGuide, valid during the emission
   *
   * Emitted when a posting is to start from @guide.
   */
  signals[CHOOSE] = g_signal_new ("choose", VAC_TYPE_GUIDE_SHELF, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * VacGuideShelf::guides-changed:
   *
   * Emitted when one of the user's guides was changed from here.
   */
  signals[GUIDES_CHANGED] = g_signal_new_class_handler (
      "guides-changed", VAC_TYPE_GUIDE_SHELF, G_SIGNAL_RUN_LAST,
      G_CALLBACK (vac_guide_shelf_guides_changed), NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/library-view/vac-guide-shelf.ui");
  gtk_widget_class_bind_template_child (widget_class, VacGuideShelf, flow_box);
  gtk_widget_class_bind_template_child (widget_class, VacGuideShelf, empty_label);
  gtk_widget_class_bind_template_child (widget_class, VacGuideShelf, problems_group);
  gtk_widget_class_bind_template_child (widget_class, VacGuideShelf, problems_list);
  gtk_widget_class_bind_template_callback (widget_class, on_child_activated_cb);
}

static void
vac_guide_shelf_init (VacGuideShelf *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->typed = g_strdup ("");
  self->reading = vac_debounce_new (QUIET, LONGEST, on_quiet_cb, self);
}

/**
 * vac_guide_shelf_set_up:
 * @self: a shelf
 * @pages: what looks at first pages; must live until vac_guide_shelf_stop()
 * @toasts: where to offer that something is undone; likewise
 * @language: the language that the user wants postings in, a BCP 47 tag; empty for none
 *
 * Fills the shelf, once the guides are read.
 */
void
vac_guide_shelf_set_up (VacGuideShelf   *self,
                        VacFirstPages   *pages,
                        AdwToastOverlay *toasts,
                        const char      *language)
{
  g_return_if_fail (VAC_IS_GUIDE_SHELF (self));
  g_return_if_fail (pages != NULL && language != NULL);

  self->language = g_strdup (language);
  self->pages = pages;
  self->toasts = toasts;
  read_guides (self);
  watch (self);
}

/**
 * vac_guide_shelf_stop:
 * @self: a shelf
 *
 * Looks at no pages any more: the page that it is on is going away. Whoever still waits for
 * something may keep the shelf itself for a while.
 */
void
vac_guide_shelf_stop (VacGuideShelf *self)
{
  g_return_if_fail (VAC_IS_GUIDE_SHELF (self));

  self->pages = NULL;
}

/**
 * vac_guide_shelf_filter:
 * @self: a shelf
 * @typed: what somebody looks for; empty for everything
 *
 * Returns: how many guides are shown
 */
guint
vac_guide_shelf_filter (VacGuideShelf *self,
                        const char    *typed)
{
  VacGuideCard *card;
  guint n = 0;

  g_return_val_if_fail (VAC_IS_GUIDE_SHELF (self) && typed != NULL, 0);

  g_free (self->typed);
  self->typed = g_strdup (typed);
  gtk_flow_box_invalidate_filter (self->flow_box);
  for (int i = 0; (card = get_card (self, i)) != NULL; i++)
    n += vac_guide_card_matches (card, typed) ? 1 : 0;
  gtk_widget_set_visible (self->empty_label, n == 0 && *typed != '\0');

  return n;
}

/**
 * vac_guide_shelf_start_first:
 * @self: a shelf
 *
 * Starts a posting from the first guide that is shown.
 *
 * Returns: whether one is
 */
gboolean
vac_guide_shelf_start_first (VacGuideShelf *self)
{
  VacGuideCard *card;

  g_return_val_if_fail (VAC_IS_GUIDE_SHELF (self), FALSE);

  card = find_first (self);
  if (card != NULL)
    g_signal_emit (self, signals[CHOOSE], 0, vac_guide_card_get_guide (card));

  return card != NULL;
}

/**
 * vac_guide_shelf_focus_first:
 * @self: a shelf
 *
 * Puts the focus on the first guide that is shown, as soon as there is one.
 */
void
vac_guide_shelf_focus_first (VacGuideShelf *self)
{
  VacGuideCard *card;

  g_return_if_fail (VAC_IS_GUIDE_SHELF (self));

  card = find_first (self);
  self->focus = card == NULL && self->library == NULL;
  if (card != NULL)
    focus_card (self, card);
}
