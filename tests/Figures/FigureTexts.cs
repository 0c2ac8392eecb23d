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

    /// <summary>Asserts that every text is large enough, whole, and touches no other.</summary>
    public static void AssertReadable(Figure figure) => Assert.Equal("", string.Join("; ", Faults(figure.Svg)));

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
            float size = Number(text.Attribute("font-size")!.Value);
            float[] x = Numbers(text.Attribute("x")!.Value), y = Numbers(text.Attribute("y")!.Value);
            SKMatrix matrix = SKMatrix.Identity;
            foreach (XElement element in text.AncestorsAndSelf())
                matrix = Transform(element.Attribute("transform")?.Value).PreConcat(matrix);
            using SKFont font = new(ReportFont.Typeface, size);
            SKRect box = SKRect.Empty;
            int letters = 0;
            for (int k = 0; k < word.Length; k++)
            {
                font.MeasureText(word.AsSpan(k, 1), out SKRect ink);
                if (ink.Width <= 0)
                    continue;
                ink.Offset(x[Math.Min(k, x.Length - 1)], y[Math.Min(k, y.Length - 1)]);
                box = letters++ == 0 ? ink : SKRect.Union(box, ink);
            }

            SKRect clip = SKRect.Empty;
            foreach (string? name in text.AncestorsAndSelf().Select(e => e.Attribute("clip-path")?.Value))
            {
                if (name is null)
                    continue;
                XElement? shape = root.Descendants().Single(e => e.Name.LocalName == "clipPath" && $"url(#{e.Attribute("id")!.Value})" == name).Elements().SingleOrDefault(e => e.Name.LocalName == "rect");
                if (shape is not null)
                    clip = SKRect.Create(Number(shape.Attribute("x")?.Value ?? "0"), Number(shape.Attribute("y")?.Value ?? "0"), Number(shape.Attribute("width")!.Value), Number(shape.Attribute("height")!.Value));
            }

            double scale = Math.Sqrt(Math.Abs((matrix.ScaleX * matrix.ScaleY) - (matrix.SkewX * matrix.SkewY)));
            yield return new Label(word, size * scale, matrix.MapRect(box), clip);
        }
    }

    private static SKMatrix Transform(string? text)
    {
        if (text is null)
            return SKMatrix.Identity;
        Match match = Call().Match(text);
        float[] v = Numbers(match.Groups[2].Value);
        return match.Groups[1].Value switch
        {
            "translate" => SKMatrix.CreateTranslation(v[0], v.Length > 1 ? v[1] : 0),
            "scale" => SKMatrix.CreateScale(v[0], v.Length > 1 ? v[1] : v[0]),
            "matrix" => new SKMatrix(v[0], v[2], v[4], v[1], v[3], v[5], 0, 0, 1),
            _ => throw new FormatException($"transform '{text}' is not understood"),
        };
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static float[] Numbers(string text) =>
        [.. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    [GeneratedRegex(@"^(\w+)\(([^)]*)\)$")]
    private static partial Regex Call();
}
