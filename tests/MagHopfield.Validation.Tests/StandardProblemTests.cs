using MagHopfield.Studies;
using MagHopfield.Studies.Exports;
using MagHopfield.Studies.Records;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Validation.Tests;

/// <summary>Every standard problem, on coarse meshes, against published values.</summary>
public class StandardProblemTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_standard_problem_agrees_with_published_values(int number)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"validation-{Guid.NewGuid():N}");
        try
        {
            Shares told = new();
            ProblemResult result = StandardProblem.All.Single(p => p.Number == number)
                .Run(new ValidationContext(folder, true, told, TestContext.Current.CancellationToken));
            Assert.True(result.Comparisons.Count >= 5);
            Assert.All(
                result.Comparisons,
                c => Assert.True(c.Agrees, $"{c.Quantity}: published {c.Published}, ours {c.Ours}, allowed {c.Allowed}"));
            Assert.Equal(1, told.All[^1], 1e-9);
            Assert.All(told.All, share => Assert.InRange(share, 0, 1 + 1e-9));
            string page = Path.Combine(folder, "report.html");
            StudyHtml.Write(page, ValidationReport.Of([result]), RunRecord.EndingNow("a test", DateTime.UtcNow));
            string html = File.ReadAllText(page);
            Assert.DoesNotContain("MISS", html);
            Assert.DoesNotContain("src=\"http", html);
            PageFigures.AssertSaved(result.Plots.Count, folder);
            Assert.Equal(result.Plots.Count, html.Split("data:image/png").Length - 1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_result_that_is_not_a_number_never_agrees() =>
        Assert.False(Comparison.Of("crossing", 0.138, double.NaN, 1, "0.000", " ns", "").Agrees);

    [Fact]
    public void A_cancelled_validation_says_so()
    {
        string folder = Path.Combine(Path.GetTempPath(), $"validation-{Guid.NewGuid():N}");
        using CancellationTokenSource source = new();
        ValidationContext context = new(folder, true, new Stop(source), source.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => StandardProblem.All[2].Run(context));
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Shares : IProgress<StudyProgress>
    {
        public List<double> All { get; } = [];

        public void Report(StudyProgress value) => All.Add(value.Fraction);
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => source.Cancel();
    }
}
