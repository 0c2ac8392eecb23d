using MagHopfield.Film.Parameters;
using MagHopfield.Papers.Niu2024.Letters.Figure5;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Shared;
using MagHopfield.Store;
using MagHopfield.Studies;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Papers.Niu2024.Tests.Letters;

public class TrainingTests
{
    private static readonly PatternSet Pair = new(
        "pair", 2, 3, ["a", "b"], [new Pattern([1, -1, 1, 1, -1, 1]), new Pattern([1, 1, 1, -1, -1, -1])]);

    private static readonly LetterCase Small = new(
        new LetterFilm
        {
            Rows = 2,
            Columns = 3,
            CellsPerPitch = 6,
            Padding = 0.5,
            PadSize = 0.5,
        }, Pair, new LetterProtocol { Epochs = 2, PulseTime = 2e-9, Voltage = 10 });

    [Fact]
    public void The_film_of_7_by_5_nodes_is_that_of_the_preset()
    {
        Film.Parameters.FilmParameters mine = new LetterFilm().ToFilm(), preset = Film.Parameters.FilmParameters.Preset("niu2024-7x5");
        Assert.Equal((preset.Geometry.CellsX, preset.Geometry.CellsY), (mine.Geometry.CellsX, mine.Geometry.CellsY));
        Assert.Equal(preset.Geometry.Width, mine.Geometry.Width, 1e-12);
        Assert.Equal(preset.Geometry.Height, mine.Geometry.Height, 1e-12);
        Assert.Equal(preset.Magnetism, mine.Magnetism);
    }

    [Fact]
    public void Training_takes_G_after_every_letter_and_is_the_same_to_the_bit_from_its_seed()
    {
        LetterHistory a = LetterTraining.Run(Small, null, TestContext.Current.CancellationToken);
        LetterHistory b = LetterTraining.Run(Small, null, TestContext.Current.CancellationToken);
        FigureTexts.AssertReadable(Figure5Pictures.Training(a, Pair));
        FigureTexts.AssertReadable(Figure5Pictures.Textures(Small.Film.ToFilm(), a.Textures, Pair));
        Assert.Equal([(1, 0), (1, 1), (2, 0), (2, 1)], a.Lessons.Select(l => (l.Epoch, l.Pattern)));
        Assert.All(a.Lessons.Zip(b.Lessons), p => Assert.Equal(p.First.Conductance.ToPairs(), p.Second.Conductance.ToPairs()));
        Assert.Equal(a.Textures[^1].X, b.Textures[^1].X);
        LetterHistory other = LetterTraining.Run(
            Small with { Film = Small.Film with { Seed = 2 } }, null, TestContext.Current.CancellationToken);
        Assert.NotEqual(a.Lessons[0].Conductance[0, 1], other.Lessons[0].Conductance[0, 1]);
    }

    [Fact]
    public void Pairs_of_opposite_sign_conduct_better_than_pairs_of_equal_sign()
    {
        LetterHistory history = LetterTraining.Run(
            Small with { Protocol = Small.Protocol with { PulseTime = 10e-9 } }, null, TestContext.Current.CancellationToken);
        ConductanceMatrix a = history.Lessons[^2].Conductance, b = history.Lessons[^1].Conductance;

        // Pattern a has opposite signs at nodes 1 and 2 and equal ones at 1 and 4; pattern b the reverse.
        Assert.True(Math.Abs(a[0, 1]) > Math.Abs(b[0, 1]));
        Assert.True(Math.Abs(a[0, 3]) < Math.Abs(b[0, 3]));
    }

    [Fact]
    public void A_stored_training_is_read_to_the_bit()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        ResultStore store = StoreIn(folder);
        CancellationToken stop = TestContext.Current.CancellationToken;
        LetterHistory computed = LetterTraining.Run(Small, null, stop);
        LetterHistory first = new LetterEnsemble(store, 1).Run([Small], null, stop)[0];
        Assert.True(store.Has(Small.Key));
        string path = Assert.Single(Directory.GetFiles(folder));
        byte[] kept = File.ReadAllBytes(path);
        LetterHistory read = new LetterEnsemble(store, 1).Run([Small], null, stop)[0];
        Assert.Equal(kept, File.ReadAllBytes(path));
        foreach (LetterHistory history in (LetterHistory[])[first, read])
        {
            Assert.Equal(Elements(computed.Saturated), Elements(history.Saturated));
            Assert.Equal(computed.Lessons.Select(l => (l.Epoch, l.Pattern)), history.Lessons.Select(l => (l.Epoch, l.Pattern)));
            Assert.All(
                computed.Lessons.Zip(history.Lessons), p => Assert.Equal(Elements(p.First.Conductance), Elements(p.Second.Conductance)));
            Assert.Equal(computed.Textures[^1].Z, history.Textures[^1].Z);
        }

        Assert.Equal((first.FieldSeconds, first.ConductanceSeconds), (read.FieldSeconds, read.ConductanceSeconds));
        Directory.Delete(folder, true);

        // The diagonal, too, which no pair gives to the bit.
        static double[] Elements(ConductanceMatrix g) =>
            [.. Enumerable.Range(0, g.NodeCount * g.NodeCount).Select(k => g[k / g.NodeCount, k % g.NodeCount])];
    }

    [Fact]
    public void An_interrupted_ensemble_keeps_what_is_done_and_computes_the_rest()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        LetterCase[] cases = [Small, Small with { Film = Small.Film with { Seed = 7 } }];
        using CancellationTokenSource stop = new();
        ResultStore store = StoreIn(folder);
        Assert.ThrowsAny<OperationCanceledException>(
            () => new LetterEnsemble(store, 1).Run(cases, new Report(p => { if (p.Fraction > 0.6) { stop.Cancel(); } }), stop.Token));
        Assert.True(store.Has(cases[0].Key) ^ store.Has(cases[1].Key));
        List<double> told = [];
        IReadOnlyList<LetterHistory> histories = new LetterEnsemble(store, 2).Run(
            cases, new Report(p => told.Add(p.Fraction)), TestContext.Current.CancellationToken);
        Assert.Equal(2, histories.Count);
        Assert.All(told, f => Assert.True(f >= 0.5));
        Assert.Equal(1, told[^1]);
        Directory.Delete(folder, true);
    }

    [Fact]
    public void Orders_of_letters_are_permutations()
    {
        LetterProtocol protocol = new();
        Assert.Equal([0, 1, 2], protocol.Lessons(3, 5, 1));
        Assert.Equal([2, 1, 0], (protocol with { Order = LessonOrder.Alternating }).Lessons(3, 1, 1));
        int[][] shuffled = [.. Enumerable.Range(0, 20).Select(e => (protocol with { Order = LessonOrder.Shuffled }).Lessons(3, e, 1))];
        Assert.All(shuffled, o => Assert.Equal([0, 1, 2], o.Order()));
        Assert.True(shuffled.DistinctBy(o => string.Join(",", o)).Count() > 3);
    }

    [Fact]
    public void Patterns_of_another_size_than_the_film_are_refused()
    {
        LetterCase wrong = Small with { Film = new LetterFilm() };
        Assert.Contains(
            "2×3 nodes, the film 7×5",
            Assert.Throws<ArgumentException>(() => LetterTraining.Run(wrong, null, default)).Message,
            StringComparison.Ordinal);
    }

    private static ResultStore StoreIn(string folder) => new(folder, new ProgramBuild("test"));

    private sealed class Report(Action<StudyProgress> act) : IProgress<StudyProgress>
    {
        void IProgress<StudyProgress>.Report(StudyProgress value) => act(value);
    }
}
