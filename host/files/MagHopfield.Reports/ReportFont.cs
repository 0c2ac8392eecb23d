using ScottPlot;
using SkiaSharp;

namespace MagHopfield.Reports;

/// <summary>
/// The font of all pictures. It is carried in the assembly because a machine with only the .NET SDK may have no font at all, and
/// a plot drawn there would have no letters.
/// </summary>
public sealed class ReportFont : IFontResolver
{
    private const string Resource = "MagHopfield.Reports.Fonts.DejaVuSans.ttf";
    private const float TickSize = 13, LabelSize = 16, LegendSize = 13, LegendLine = 19, TickDrop = 2;
    private static readonly Func<double, string> PlainNumber = new ScottPlot.TickGenerators.NumericAutomatic().LabelFormatter;
    private static readonly Lazy<SKTypeface> Loaded = new(Load);

    private ReportFont()
    {
    }

    /// <summary>Name under which plots ask for the font.</summary>
    public static string Name => "DejaVu Sans";

    /// <summary>The font itself.</summary>
    public static SKTypeface Typeface => Loaded.Value;

    /// <summary>A plot that writes in this font, all of it large enough to be read at the size it is saved.</summary>
    public static Plot NewPlot()
    {
        lock (Loaded)
        {
            if (!Fonts.FontResolvers.Any(r => r is ReportFont))
            {
                Fonts.FontResolvers.Clear();
                Fonts.FontResolvers.Add(new ReportFont());
            }
        }

        Fonts.Default = Name;
        Plot plot = new();
        plot.Font.Set(Name);

        // A plot clears the whole drawing, also what stands beside it.
        plot.RenderManager.Remove<ScottPlot.Rendering.RenderActions.ClearCanvas>();
        plot.Axes.Title.Label.Bold = plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = false;
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontSize = TickSize;
            axis.Label.FontSize = LabelSize;
        }

        plot.Axes.Title.Label.FontSize = LabelSize;
        plot.Legend.FontSize = LegendSize;
        plot.Legend.SymbolHeight = LegendLine;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.OutlineColor = Colors.LightGray;

        // The library sets letters a little above the middle of their line.
        plot.Axes.Left.TickLabelStyle.OffsetY = TickDrop;
        foreach (IAxis axis in (IAxis[])[plot.Axes.Bottom, plot.Axes.Left])
            axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = TickNumber };

        return plot;
    }

    /// <summary>Makes an axis of counts: ticks at whole numbers only.</summary>
    /// <param name="axis">The axis.</param>
    public static void WholeTicks(IAxis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = TickNumber, IntegerTicksOnly = true };
    }

    /// <summary>Adds the bar that says what the colours of a map stand for.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="map">Its map.</param>
    /// <param name="label">Quantity and unit.</param>
    public static void AddColourBar(Plot plot, IHasColorAxis map, string label)
    {
        ArgumentNullException.ThrowIfNull(plot);
        var bar = plot.Add.ColorBar(map);
        bar.Label = label;
        bar.LabelStyle.FontSize = LabelSize;
        bar.LabelStyle.Bold = false;
        bar.Axis.TickLabelStyle.FontSize = TickSize;
        bar.Axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = TickNumber };
    }

    /// <summary>Width of a line of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Size of its letters.</param>
    public static float WidthOf(string text, float size)
    {
        using SKFont font = new(Typeface, size);
        return font.MeasureText(text);
    }

    /// <summary>A number at a tick, with a true minus and without a mark of thousands, which others read as the decimal point.</summary>
    /// <param name="value">The number.</param>
    public static string TickNumber(double value) => PlainNumber(value).Replace(",", "", StringComparison.Ordinal).Replace('-', '−');

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => Typeface;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => Typeface;

    private static SKTypeface Load()
    {
        using Stream stream = typeof(ReportFont).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its font {Resource}.");
        using SKData data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
