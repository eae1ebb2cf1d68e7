/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-card"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-announce.h"
#include "vac-date.h"
#include "vac-review-card.h"
#include "vac-severity-look.h"
#include "vac-shrink.h"
#include "vac-wrap-layout.h"

/**
 * VacReviewCard:
 *
 * All about one finding: how bad it is, why, who says so, and what can be done. It is inside of a
 * widget with the actions review.take, review.show, review.ignore-here, review.ignore-rule,
 * review.ignore-always, review.learn and review.heed.
 */
struct _VacReviewCard
{
  GtkBox         parent_instance;

  /* Template widgets */
  GtkImage      *icon;
  GtkLabel      *level_label;
  GtkLabel      *group_label;
  GtkLabel      *title_label;
  GtkLabel      *sentence_label;
  GtkLabel      *source_label;
  GtkLinkButton *link;
  GtkLabel      *link_label;
  GtkWidget     *advice_label;
  GtkFlowBox    *suggestions;
  GtkWidget     *ignore_button;
  GtkWidget     *heed_button;

  /* Owned */
  VacReviewItem *item;
};

G_DEFINE_FINAL_TYPE (VacReviewCard, vac_review_card, GTK_TYPE_BOX)

static void
show_level (VacReviewCard *self)
{
  const VacFinding *finding = vac_review_item_get_finding (self->item);
  const char *place = vac_review_item_get_place (self->item);
  g_autofree char *where = NULL;

  vac_severity_show (finding->severity, self->icon);
  gtk_label_set_text (self->level_label, vac_severity_get_label (finding->severity));
  where = *place != '\0'
              ? g_strdup_printf ("%s · %s", vac_finding_group_get_label (finding->group), place)
              : g_strdup (vac_finding_group_get_label (finding->group));
  gtk_label_set_text (self->group_label, where);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->group_label), where);
  gtk_label_set_text (self->title_label, vac_review_item_get_title (self->item));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label),
                               vac_review_item_get_title (self->item));
  gtk_label_set_text (self->sentence_label, finding->sentence);
  gtk_widget_set_visible (self->advice_label, vac_review_item_is_legal (self->item));
}

/* Returns: (transfer full): the title of the source with its date, as people of the interface's
 * language write dates */
static char *
make_source (const VacFinding *finding)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *day = NULL;
  GDate date;

  if (finding->source_date == NULL || !vac_date_from_iso (finding->source_date, &date))
    return g_strdup (finding->source);
  time = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);
  /* Translators: for strftime (): a day */
  day = g_date_time_format (time, _("%B %-d, %Y"));

  /* Translators: the title of a document, and a day */
  return g_strdup_printf (_("%s, as of %s"), finding->source, day);
}

/* A posting that somebody sent cannot make the program open something else than a web page. */
static gboolean
is_web_page (const char *uri)
{
  return uri != NULL && (g_str_has_prefix (uri, "https://") || g_str_has_prefix (uri, "http://"));
}

static void
show_source (VacReviewCard *self)
{
  const VacFinding *finding = vac_review_item_get_finding (self->item);
  const gboolean linked = finding->source != NULL && is_web_page (finding->source_uri);
  g_autofree char *source = finding->source != NULL ? make_source (finding) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->link), linked);
  gtk_widget_set_visible (GTK_WIDGET (self->source_label), source != NULL && !linked);
  gtk_label_set_text (self->source_label, source != NULL ? source : "");
  gtk_label_set_text (self->link_label, source != NULL ? source : "");
  if (!linked)
    return;
  gtk_link_button_set_uri (self->link, finding->source_uri);
  gtk_link_button_set_visited (self->link, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  source, -1);
}

static GtkWidget *
create_suggestion (VacReviewCard *self,
                   const char    *text,
                   guint          position)
{
  const VacFinding *finding = vac_review_item_get_finding (self->item);
  const char *words = finding->words != NULL ? finding->words : vac_node_get_text (finding->node);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (*text != '\0' ? text : _("Take Out"));
  g_autofree char *name = *text != '\0'
                              ? g_strdup_printf (_("Replace “%s” with “%s”"), words, text)
                              : g_strdup_printf (_("Take out “%s”"), words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", position);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "review.take");

  return button;
}

static void
show_suggestions (VacReviewCard *self)
{
  char **suggestions = vac_review_item_get_finding (self->item)->suggestions;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))) != NULL)
    gtk_flow_box_remove (self->suggestions, child);
  for (guint i = 0; suggestions != NULL && suggestions[i] != NULL; i++)
    {
      /* The button has the focus, not what it is in; by itself that is a cell of a table. */
      child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role",
                            GTK_ACCESSIBLE_ROLE_GENERIC, "focusable", FALSE, NULL);
      gtk_widget_set_halign (child, GTK_ALIGN_START);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child),
                                    create_suggestion (self, suggestions[i], i));
      gtk_flow_box_append (self->suggestions, child);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions),
                          suggestions != NULL && suggestions[0] != NULL);
}

static void
vac_review_card_dispose (GObject *object)
{
  g_clear_object (&VAC_REVIEW_CARD (object)->item);

  G_OBJECT_CLASS (vac_review_card_parent_class)->dispose (object);
}

static void
vac_review_card_class_init (VacReviewCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_review_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/app/vac-review-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, icon);
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, level_label);
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, group_label);
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, source_label);
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, link);
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, link_label);
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, advice_label);
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, suggestions);
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, ignore_button);
  gtk_widget_class_bind_template_child (widget_class, VacReviewCard, heed_button);
}

static void
vac_review_card_init (VacReviewCard *self)
{
  GtkWidget *buttons;

  gtk_widget_init_template (GTK_WIDGET (self));
  buttons = gtk_widget_get_parent (GTK_WIDGET (self->ignore_button));
  vac_let_shrink (buttons);
  vac_let_wrap (GTK_BOX (buttons));
  vac_announce_by_its_label (GTK_MENU_BUTTON (self->ignore_button));
}

/**
 * vac_review_card_set_item:
 * @self: a card
 * @item: (nullable): the finding that it is about from now on; %NULL keeps what it shows, for
 *   whoever hides it
 */
void
vac_review_card_set_item (VacReviewCard *self,
                          VacReviewItem *item)
{
  g_return_if_fail (VAC_IS_REVIEW_CARD (self));
  g_return_if_fail (item == NULL || vac_review_item_get_finding (item) != NULL);

  if (!g_set_object (&self->item, item) || item == NULL)
    return;
  show_level (self);
  show_source (self);
  show_suggestions (self);
}

/**
 * vac_review_card_set_ignored:
 * @self: a card
 * @ignored: whether the findings that it is about are ignored
 */
void
vac_review_card_set_ignored (VacReviewCard *self,
                             gboolean       ignored)
{
  g_return_if_fail (VAC_IS_REVIEW_CARD (self));

  gtk_widget_set_visible (self->ignore_button, !ignored);
  gtk_widget_set_visible (self->heed_button, ignored);
}
