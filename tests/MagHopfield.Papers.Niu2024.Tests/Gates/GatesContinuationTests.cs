using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.Gates;
using MagHopfield.Store;
using MagHopfield.Studies;


namespace MagHopfield.Papers.Niu2024.Tests.Gates;

public class GatesContinuationTests
{
    [Fact]
    public void Gates_that_were_interrupted_anywhere_come_out_the_same()
    {
        FilmParameters film = FilmParameters.Preset("niu2024-held").WithCells(0.16);
        string folder = Directory.CreateTempSubdirectory().FullName;
        GatesResult whole = new Niu2024Gates(film).Run(ResultStore.None, null, TestContext.Current.CancellationToken);
        int done = 0;
        foreach (double share in (double[])[0.1, 0.5, 0.8])
        {
            using CancellationTokenSource stop = new();
            Assert.ThrowsAny<OperationCanceledException>(() => Run(new StopAt(share, stop), stop.Token));
            int now = Directory.GetFiles(folder).Length;
            Assert.True(now > done);
            done = now;
        }

        Assert.Equal(Lines(whole), Lines(Run(null, TestContext.Current.CancellationToken)));
        Directory.Delete(folder, true);

        GatesResult Run(IProgress<StudyProgress>? progress, CancellationToken cancellation) =>
            new Niu2024Gates(film).Run(new ResultStore(folder, new ProgramBuild("test")), progress, cancellation);

        static string[] Lines(GatesResult r) => [.. r.Main.Concat(r.Survey).Select(p =>
            $"{p.Name} {p.Learned} {string.Join(' ', p.Gates.SelectMany(g => g.Fields).Select(BitConverter.DoubleToInt64Bits))}")];
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
