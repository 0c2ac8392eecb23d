using System.Text.Json;
using MagHopfield.Papers.Niu2024.Figure3;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Reports;
using MagHopfield.Store;
using MagHopfield.Studies.Exports;
using MagHopfield.Studies.Records;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Papers.Niu2024.Tests.Figure3;

public class Niu2024Figure3Tests(Niu2024Figure3Tests.Figure figure) : IClassFixture<Niu2024Figure3Tests.Figure>
{
    [Fact]
    public void Learning_takes_several_pulses_and_moves_the_edges_as_published()
    {
        TrainingCurve c = figure.Result.First;
        Assert.True(c.Change(1, 2) > 0 && c.Change(3, 4) > 0 && c.Change(1, 3) < 0 && c.Change(2, 4) < 0);
        Assert.InRange(c.PulsesTo90Percent(1, 2), 3, 39);
    }

    [Fact]
    public void The_second_case_of_the_text_moves_the_elements_of_nodes_2_and_4()
    {
        TrainingCurve c = figure.Result.Second;
        Assert.True(c.Change(1, 4) > 0 && c.Change(3, 4) > 0 && c.Change(1, 2) < 0 && c.Change(2, 3) < 0);
    }

    [Fact]
    public void The_cost_of_equation_3_ends_lower_than_it_began() => Assert.True(figure.Result.First.CostFall > 0);

    [Fact]
    public void Equations_S5_and_S6_are_identities_in_numbers() =>
        Assert.All(figure.Result.First.Rows, r => Assert.True(r.IdentityError < 1e-9));

    [Fact]
    public void Equation_2_starts_at_rest_in_equation_1_and_ends_in_the_second_pattern()
    {
        IReadOnlyList<Figure3Row> rows = figure.Result.First.Rows;
        Assert.Equal(Niu2024Paper.Equation1[0], rows[0].Oja[0], 1e-9);
        Assert.Equal(Niu2024Paper.Equation1[0] + 0.25 / 111, rows[^1].Oja[0], 1e-4);
        Assert.Equal(Niu2024Paper.Equation1[2], rows[^1].Oja[2], 1e-9);
    }

    [Fact]
    public void The_report_states_every_comparison_and_the_data_hold_every_pulse()
    {
        StudyRecord report = Figure3Study.Of(figure.Result);
        string folder = Directory.CreateTempSubdirectory().FullName;
        RunRecord run = RunRecord.EndingNow("test", DateTime.UtcNow);
        StudyHtml.Write(Path.Combine(folder, "r.html"), report, run);
        StudyJson.Write(Path.Combine(folder, "r.json"), new Figure3Study().Name, report, run);
        PageFigures.AssertSaved(8, folder);
        string html = File.ReadAllText(Path.Combine(folder, "r.html"));
        Assert.Equal(report.Comparisons.Count(c => !c.Agrees), html.Split(">MISS<").Length - 1);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "r.json")));
        Assert.Equal(41, json.RootElement.GetProperty("data").GetProperty("cases")[0].GetProperty("film_S").GetArrayLength());
        Directory.Delete(folder, true);
    }

    public sealed class Figure
    {
        public Figure3Result Result { get; } = new Niu2024Figure3(
            new Figure3Parameters(CoarseFilm.Parameters)).Run(ResultStore.None, null, CancellationToken.None);
    }
}
