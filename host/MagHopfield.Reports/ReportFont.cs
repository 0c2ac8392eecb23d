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
    private static readonly Lazy<SKTypeface> Loaded = new(Load);

    private ReportFont()
    {
    }

    /// <summary>Name under which plots ask for the font.</summary>
    public static string Name => "DejaVu Sans";

    /// <summary>The font itself.</summary>
    public static SKTypeface Typeface => Loaded.Value;

    /// <summary>A plot that writes in this font.</summary>
    public static Plot NewPlot()
    {
        Fonts.FontResolvers.Clear();
        Fonts.FontResolvers.Add(new ReportFont());
        Fonts.Default = Name;
        Plot plot = new();
        plot.Font.Set(Name);
        return plot;
    }

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
