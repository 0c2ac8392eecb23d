using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MagHopfield.Reports;
using SkiaSharp;

namespace MagHopfield.Tests.Figures;

/// <summary>The texts of a figure and the boxes of their ink, read from its SVG.</summary>
internal static partial class FigureTexts
{
    /// <summary>A text on a figure.</summary>
    /// <param name="Text">What it says.</param>
    /// <param name="Size">Size of its letters in pixels at the saved size.</param>
    /// <param name="Box">Box of its ink in pixels.</param>
    /// <param name="Clip">What is drawn of it; empty where nothing cuts it.</param>
    internal readonly record struct Label(string Text, double Size, SKRect Box, SKRect Clip);

    // Letters are measured many times as large as they are drawn: boxes of small ones are rounded to whole units.
    private const float Fine = 64;

    /// <summary>Asserts that every text is large enough, whole, and touches no other.</summary>
    public static void AssertReadable(Figure figure) => AssertReadable(figure.Svg);

    /// <summary>Asserts the same of a drawing as SVG.</summary>
    public static void AssertReadable(string svg)
    {
        IReadOnlyList<string> faults = Faults(svg);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    /// <summary>What is wrong with the texts of a figure.</summary>
    public static IReadOnlyList<string> Faults(string svg)
    {
        XElement root = XDocument.Parse(svg).Root!;
        SKRect canvas = SKRect.Create(Number(root.Attribute("width")!.Value), Number(root.Attribute("height")!.Value));
        Label[] labels = [.. Of(root)];
        List<string> faults = [];
        if (labels.Length == 0)
            faults.Add("no text at all");
        foreach (Label label in labels)
        {
            if (label.Size < Figure.LeastText - 1e-3)
                faults.Add($"'{label.Text}' has {label.Size:0.0} px");
            if (RawSubscript().IsMatch(label.Text))
                faults.Add($"'{label.Text}' shows a subscript as an underscore");
            if (!canvas.Contains(label.Box))
                faults.Add($"'{label.Text}' leaves the figure: {label.Box} of {canvas}");
            if (!label.Clip.IsEmpty && !label.Clip.Contains(label.Box))
                faults.Add($"'{label.Text}' is cut: {label.Box} by {label.Clip}");
        }

        for (int i = 0; i < labels.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (labels[i].Box.IntersectsWith(labels[j].Box))
                    faults.Add($"'{labels[i].Text}' at {labels[i].Box} lies on '{labels[j].Text}' at {labels[j].Box}");
            }
        }

        return faults;
    }

    /// <summary>The texts of a figure in the order they are drawn.</summary>
    public static IReadOnlyList<string> Words(Figure figure) => [.. Of(XDocument.Parse(figure.Svg).Root!).Select(l => l.Text)];

    private static IEnumerable<Label> Of(XElement root)
    {
        foreach (XElement text in root.Descendants().Where(e => e.Name.LocalName == "text"))
        {
            string word = text.Value.Trim();
            float size = Number(Inherited(text, "font-size") ?? "16");
            float[] x = Numbers(text.Attribute("x")?.Value ?? "0"), y = Numbers(text.Attribute("y")?.Value ?? "0");
            SKMatrix matrix = SKMatrix.Identity;
            foreach (XElement element in text.AncestorsAndSelf())
                matrix = Transform(element.Attribute("transform")?.Value).PreConcat(matrix);
            matrix = View(root).PreConcat(matrix);
            using SKFont font = new(ReportFont.Typeface, Fine * size) { Embolden = Inherited(text, "font-weight") == "bold" };
            float[] advance = Advance(font, word, Inherited(text, "text-anchor"));
            SKRect box = SKRect.Empty;
            int letters = 0;
            for (int k = 0; k < word.Length; k++)
            {
                font.MeasureText(word.AsSpan(k, 1), out SKRect ink);
                if (ink.Width <= 0)
                    continue;
                ink = SKRect.Create(ink.Left / Fine, ink.Top / Fine, ink.Width / Fine, ink.Height / Fine);

                // Either every letter has its place, or the first one alone.
                ink.Offset(x.Length > 1 ? x[Math.Min(k, x.Length - 1)] : x[0] + advance[k], y[Math.Min(k, y.Length - 1)]);
                box = letters++ == 0 ? ink : SKRect.Union(box, ink);
            }

            SKRect clip = SKRect.Empty;
            foreach (string? name in text.AncestorsAndSelf().Select(e => e.Attribute("clip-path")?.Value))
            {
                if (name is null)
                    continue;
                XElement? shape = root.Descendants().Single(
                    e =>
                        e.Name.LocalName == "clipPath"
                            && $"url(#{e.Attribute("id")!.Value})" == name).Elements().SingleOrDefault(e => e.Name.LocalName == "rect");
                if (shape is not null)
                    clip = SKRect.Create(
                        Number(shape.Attribute("x")?.Value ?? "0"),
                        Number(shape.Attribute("y")?.Value ?? "0"),
                        Number(shape.Attribute("width")!.Value),
                        Number(shape.Attribute("height")!.Value));
            }

            double scale = Math.Sqrt(Math.Abs((matrix.ScaleX * matrix.ScaleY) - (matrix.SkewX * matrix.SkewY)));
            yield return new Label(word, size * scale, matrix.MapRect(box), clip);
        }
    }

    // Where each letter begins, from the place of the text.
    private static float[] Advance(SKFont font, string word, string? anchor)
    {
        float width = font.MeasureText(word) / Fine, start = anchor switch { "middle" => -width / 2, "end" => -width, _ => 0 };
        return [.. Enumerable.Range(0, word.Length).Select(k => start + (font.MeasureText(word.AsSpan(0, k)) / Fine))];
    }

    private static string? Inherited(XElement element, string name) =>
        element.AncestorsAndSelf().Select(e => e.Attribute(name)?.Value).FirstOrDefault(v => v is not null);

    // From the units of the drawing to pixels.
    private static SKMatrix View(XElement root)
    {
        if (root.Attribute("viewBox") is not { } view)
            return SKMatrix.Identity;
        float[] box = Numbers(view.Value);
        return SKMatrix.CreateScale(
            Number(root.Attribute("width")!.Value) / box[2],
            Number(root.Attribute("height")!.Value) / box[3]).PreConcat(SKMatrix.CreateTranslation(-box[0], -box[1]));
    }

    private static SKMatrix Transform(string? text)
    {
        SKMatrix matrix = SKMatrix.Identity;
        foreach (Match match in Call().Matches(text ?? ""))
        {
            float[] v = Numbers(match.Groups[2].Value);
            matrix = matrix.PreConcat(match.Groups[1].Value switch
            {
                "translate" => SKMatrix.CreateTranslation(v[0], v.Length > 1 ? v[1] : 0),
                "scale" => SKMatrix.CreateScale(v[0], v.Length > 1 ? v[1] : v[0]),
                "rotate" => SKMatrix.CreateRotationDegrees(v[0]),
                "matrix" => new SKMatrix(v[0], v[2], v[4], v[1], v[3], v[5], 0, 0, 1),
                _ => throw new FormatException($"transform '{text}' is not understood"),
            });
        }

        return matrix;
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static float[] Numbers(string text) =>
        [.. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    [GeneratedRegex(@"(\w+)\(([^)]*)\)")]
    private static partial Regex Call();

    // m_x and the like; the nets of a circuit have long names.
    [GeneratedRegex(@"(?<![A-Za-z0-9_])(?:[A-Za-z]_[a-z]|[Gw]_[0-9])")]
    private static partial Regex RawSubscript();
}
