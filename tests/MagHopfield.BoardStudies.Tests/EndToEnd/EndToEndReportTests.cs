using System.Text.Json;
using System.Text.RegularExpressions;
using MagHopfield.BoardStudies.EndToEnd;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Studies.Exports;
using MagHopfield.Studies.Records;
using MagHopfield.Tests.Figures;

namespace MagHopfield.BoardStudies.Tests.EndToEnd;

public sealed class EndToEndReportTests(PublishedRun run) : IClassFixture<PublishedRun>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("maghopfield-report").FullName;
    private readonly RunRecord _record = RunRecord.EndingNow("maghopfield demo <test>", DateTime.UtcNow);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_report_loads_nothing_from_elsewhere()
    {
        string path = Path.Combine(_folder, "report.html");
        StudyHtml.Write(path, EndToEndReport.Of(run.Result), _record);
        string html = File.ReadAllText(path);
        Assert.DoesNotContain("http:", html);
        Assert.DoesNotContain("https:", html);
        Assert.DoesNotMatch(new Regex("<(script|link|iframe)"), html);
        Assert.All(
            Regex.Matches(html, "src=\"([^\"]{0,30})").Select(m => m.Groups[1].Value),
            src => Assert.StartsWith("data:image/png;base64,", src));
        Assert.Contains("maghopfield demo &lt;test&gt;", html);
    }

    [Fact]
    public void Every_picture_of_the_report_is_a_PNG_with_more_than_one_colour()
    {
        string path = Path.Combine(_folder, "report.html");
        StudyHtml.Write(path, EndToEndReport.Of(run.Result), _record);
        MatchCollection pictures = Regex.Matches(File.ReadAllText(path), "base64,([A-Za-z0-9+/=]+)");
        Assert.Equal(2 + (3 * run.Result.Trainings.Count), pictures.Count);
        Assert.All(pictures, picture =>
        {
            using SkiaSharp.SKBitmap bitmap = SkiaSharp.SKBitmap.Decode(Convert.FromBase64String(picture.Groups[1].Value));
            Assert.True(bitmap.Pixels.Distinct().Count() > 10);
        });
    }

    [Fact]
    public void Each_picture_of_the_report_lies_beside_it_as_PNG_and_as_SVG_whose_letters_can_be_read()
    {
        StudyHtml.Write(Path.Combine(_folder, "report.html"), EndToEndReport.Of(run.Result), _record);
        PageFigures.AssertSaved(2 + (3 * run.Result.Trainings.Count), _folder);
    }

    [Fact]
    public void The_JSON_holds_what_the_result_holds()
    {
        string path = Path.Combine(_folder, "result.json");
        Write(path, run.Result);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement training = json.RootElement.GetProperty("trainings")[1];
        Assert.True(json.RootElement.GetProperty("passes").GetBoolean());
        Assert.Equal("+ + - -", training.GetProperty("pattern").GetString());
        Assert.Equal(
            run.Result.Trainings[1].Measurement.Conductance[0, 1], training.GetProperty("conductance_measured_S")[0][1].GetDouble());
        Assert.Equal(16, training.GetProperty("energies_W").GetArrayLength());
        Assert.Equal(24, training.GetProperty("recalls").GetArrayLength());
    }

    [Fact]
    public void The_JSON_holds_the_film_whole()
    {
        string path = Path.Combine(_folder, "result.json");
        FilmParameters film = run.Result.Film;
        FilmParameters cut = film with { Geometry = film.Geometry with { Outline = new PolygonShape([(0, 0), (1e-6, 0), (1e-6, 2e-6)]) } };
        Write(path, run.Result with { Parameters = run.Result.Parameters with { Film = cut } });
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement written = json.RootElement.GetProperty("film");
        Assert.Equal("polygon", written.GetProperty("geometry").GetProperty("outline").GetProperty("shape").GetString());
        Assert.Equal(
            [0, 0, 1e-6, 0, 1e-6, 2e-6],
            written.GetProperty("geometry").GetProperty("outline").GetProperty("corners").EnumerateArray().SelectMany(
                c => c.EnumerateArray()).Select(v => v.GetDouble()));
        DiskShape disk = (DiskShape)film.Electrodes[1].Shape;
        JsonElement pad = written.GetProperty("electrodes")[1].GetProperty("shape");
        Assert.Equal(
            ("disk", disk.X, disk.Y, disk.Radius),
            (
                pad.GetProperty("shape").GetString(),
                pad.GetProperty("x").GetDouble(),
                pad.GetProperty("y").GetDouble(),
                pad.GetProperty("radius").GetDouble()));
        Assert.Equal(film.Magnetism.InitialState.ToString(), written.GetProperty("magnetism").GetProperty("initial_state").GetString());
    }

    private void Write(string path, EndToEndResult result) =>
        StudyJson.Write(path, new DemoStudy().Name, EndToEndReport.Of(result), _record);
}
