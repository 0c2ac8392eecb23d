using MagHopfield.Reports;

namespace MagHopfield.Tests.Figures;

/// <summary>The figures of a whole page.</summary>
internal static class PageFigures
{
    /// <summary>Asserts that a page has this many figures and that all texts of them can be read.</summary>
    public static void AssertReadable(int count, Action<HtmlPage> write)
    {
        HtmlPage page = new("test");
        write(page);
        Assert.Equal(count, page.Saved.Count);
        Assert.Equal(
            "", string.Join("; ", page.Saved.SelectMany(f => FigureTexts.Faults(f.Value.Svg).Select(fault => f.Key + ": " + fault))));
    }

    /// <summary>Asserts that a folder holds a page with this many figures, each as PNG and as SVG whose texts can all be read.</summary>
    public static void AssertSaved(int count, string folder)
    {
        string[] drawings = Directory.GetFiles(folder, "*.svg");
        Assert.Equal(count, drawings.Length);
        Assert.All(drawings, d => Assert.True(File.Exists(Path.ChangeExtension(d, ".png"))));
        Assert.Equal(
            "",
            string.Join(
                "; ",
                drawings.SelectMany(d => FigureTexts.Faults(File.ReadAllText(d)).Select(fault => Path.GetFileName(d) + ": " + fault))));
    }
}
