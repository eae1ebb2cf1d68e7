/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-wrap-layout"

#include "config.h"

#include "vac-wrap-layout.h"

/**
 * VacWrapLayout:
 *
 * Lays out like a horizontal box, and goes on in a further line where there is no room for all.
 * What expands wants no more than it needs, and gets what is left of its line. Those of a
 * homogeneous box stand in columns.
 */
#define VAC_TYPE_WRAP_LAYOUT (vac_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (VacWrapLayout, vac_wrap_layout, VAC, WRAP_LAYOUT, GtkLayoutManager)

struct _VacWrapLayout
{
  GtkLayoutManager  parent_instance;

  int               spacing;       /* between children and between lines, in pixels */
  gboolean          homogeneous;   /* all children are equally wide */
};

G_DEFINE_FINAL_TYPE (VacWrapLayout, vac_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* What is on one line, up to @end. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;        /* nullable */
  int        room;       /* for those that expand, in pixels */
  int        n_expand;
} Line;

static GtkWidget *
find_child (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return find_child (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return find_child (gtk_widget_get_next_sibling (child));
}

static gboolean
expands (GtkWidget *child)
{
  return gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
}

static int
get_wish (GtkWidget *child)
{
  int least, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);

  return expands (child) ? least : natural;
}

/* Returns how wide each child is to be in lines of @width; 0 where each has a width of its own. */
static int
get_common_width (VacWrapLayout *self,
                  GtkWidget     *widget,
                  int            width)
{
  int widest = 1, n = 0, columns;

  if (!self->homogeneous)
    return 0;
  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child), n++)
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      widest = MAX (widest, natural);
    }
  columns = CLAMP ((width + self->spacing) / (widest + self->spacing), 1, MAX (n, 1));

  return (width - (columns - 1) * self->spacing) / columns;
}

/* As many children as have room, one at least. */
static Line
take_line (VacWrapLayout *self,
           GtkWidget     *first,
           int            width,
           int            common)
{
  Line line = { .first = first, .end = first, .room = width };

  for (; line.end != NULL; line.end = get_next (line.end))
    {
      const int wish = (line.end != first ? self->spacing : 0) +
                       (common > 0 ? common : get_wish (line.end));

      if (line.end != first && wish > line.room)
        break;
      line.room -= wish;
      line.n_expand += common == 0 && expands (line.end);
    }

  return line;
}

/* Returns the height. With @y of 0 or more, the children get their places there. */
static int
lay_out_line (VacWrapLayout *self,
              GtkWidget     *widget,
              Line           line,
              int            width,
              int            common,
              int            y,
              int            height)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, highest = 0;

  for (GtkWidget *child = line.first; child != line.end; child = get_next (child))
    {
      int own = common > 0 ? common : get_wish (child), natural;

      if (line.room > 0 && common == 0 && expands (child))
        {
          const int share = line.room / line.n_expand--;

          own += share;
          line.room -= share;
        }
      own = MIN (own, width);
      if (y >= 0)
        gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - own : x, y, own,
                                                            height }, -1);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, own, NULL, &natural, NULL, NULL);
      highest = MAX (highest, natural);
      x += own + self->spacing;
    }

  return highest;
}

/* Returns the height. */
static int
lay_out (VacWrapLayout *self,
         GtkWidget     *widget,
         int            width,
         gboolean       allocate)
{
  const int common = get_common_width (self, widget, width);
  GtkWidget *child = get_first (widget);
  int y = 0;

  while (child != NULL)
    {
      const Line line = take_line (self, child, width, common);
      const int height = lay_out_line (self, widget, line, width, common, -1, 0);

      if (allocate)
        lay_out_line (self, widget, line, width, common, y, height);
      child = line.end;
      y += height + (child != NULL ? self->spacing : 0);
    }

  return y;
}

static GtkSizeRequestMode
vac_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vac_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  VacWrapLayout *self = VAC_WRAP_LAYOUT (manager);
  int width = -self->spacing, narrowest = 0, widest = 0, n = 0;

  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child), n++)
    {
      int least, wish;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wish, NULL, NULL);
      narrowest = MAX (narrowest, least);
      widest = MAX (widest, wish);
      width += wish + self->spacing;
    }
  if (self->homogeneous)
    width = n * (widest + self->spacing) - self->spacing;
  width = MAX (width, 0);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = narrowest;
      *natural = width;
      return;
    }
  *minimum = *natural = lay_out (self, widget, for_size < 0 ? width : MAX (for_size, narrowest),
                                 FALSE);
}

static void
vac_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  lay_out (VAC_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
vac_wrap_layout_class_init (VacWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = vac_wrap_layout_get_request_mode;
  manager_class->measure = vac_wrap_layout_measure;
  manager_class->allocate = vac_wrap_layout_allocate;
}

static void
vac_wrap_layout_init (VacWrapLayout *self)
{
}

/**
 * vac_let_wrap:
 * @box: a horizontal box
 *
 * Lets what is in @box go on in a further line where there is no room for all of it. Its spacing
 * and whether it is homogeneous stay what they are now.
 */
void
vac_let_wrap (GtkBox *box)
{
  VacWrapLayout *layout;

  g_return_if_fail (GTK_IS_BOX (box));

  layout = g_object_new (VAC_TYPE_WRAP_LAYOUT, NULL);
  layout->spacing = gtk_box_get_spacing (box);
  layout->homogeneous = gtk_box_get_homogeneous (box);
  gtk_widget_set_layout_manager (GTK_WIDGET (box), GTK_LAYOUT_MANAGER (layout));
}
