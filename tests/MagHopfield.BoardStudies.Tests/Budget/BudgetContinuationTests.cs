using MagHopfield.BoardStudies.Budget;
using MagHopfield.Store;
using MagHopfield.Studies;

namespace MagHopfield.BoardStudies.Tests.Budget;

public class BudgetContinuationTests
{
    [Fact]
    public void A_budget_ended_after_some_sources_comes_out_the_same_and_measures_none_of_them_again()
    {
        const int Boards = 2;
        string folder = Directory.CreateTempSubdirectory().FullName;
        BudgetRun expected = BudgetRun.Of(BudgetCase.Kelvin, Boards, ResultStore.None, null, TestContext.Current.CancellationToken);
        ResultStore store = new(folder, new ProgramBuild("test"));
        using CancellationTokenSource stop = new();
        Assert.ThrowsAny<OperationCanceledException>(
            () => BudgetRun.Of(BudgetCase.Kelvin, Boards, store, new StopAt(0.5, stop), stop.Token));
        FileInfo[] kept = new DirectoryInfo(folder).GetFiles("*.part");
        Assert.InRange(kept.Length, 3, expected.Observed.Count - 1);
        BudgetRun again = BudgetRun.Of(BudgetCase.Kelvin, Boards, store, null, TestContext.Current.CancellationToken);
        Assert.Equal(expected.Observed, again.Observed);
        Assert.Equal(expected.Observed.Count, Directory.GetFiles(folder, "*.part").Length);
        Assert.Equal(kept.Select(f => f.LastWriteTimeUtc), kept.Select(f => new FileInfo(f.FullName).LastWriteTimeUtc));

        // Another way to measure, or another number of boards, is another part.
        BudgetRun.Of(BudgetCase.Kelvin, Boards + 1, store, null, TestContext.Current.CancellationToken);
        Assert.Equal(2 * expected.Observed.Count, Directory.GetFiles(folder, "*.part").Length);
        Directory.Delete(folder, true);
    }

    private sealed class StopAt(double share, CancellationTokenSource stop) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            if (value.Fraction > share)
                stop.Cancel();
        }
    }
}
