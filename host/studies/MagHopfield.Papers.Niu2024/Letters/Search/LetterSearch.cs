using System.Globalization;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Papers.Niu2024.Letters.Fonts;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Papers.Niu2024.Letters.Weights;
using MagHopfield.Shared;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Letters.Search;

/// <summary>
/// The search for film, protocol and reference of 35 nodes. It sees letters, test images and seeds that no final figure uses: words of
/// block A, H, F, U, J, T and 2, 3, 4, 7, images of seed 1001, films of seeds 1 to 3. First every film and protocol with one seed, then the
/// best <see cref="Finalists"/> of them with all seeds; the best of these by <see cref="SearchRow.Merit"/> is the one to ship.
/// </summary>
public static class LetterSearch
{
    private const int ImagesSeed = 1001;
    private const int Images = 300;
    private const int FilmSeed = 1;
    private const int Finalists = 12;
    private const double CalibrationTime = 20e-9;
    private const double Printed = 43.062;
    private const double InPlane = 8e5;

    /// <summary>Words of the search, of which no letter is in a word of the paper.</summary>
    public static IReadOnlyList<string> Words { get; } = ["AHF", "2374", "HUA", "F27", "UJ3", "TA4"];

    /// <summary>Seeds of the finalists' films; the first stage has the first of them.</summary>
    public static IReadOnlyList<int> Seeds { get; } = [FilmSeed, 2, 3];

    /// <summary>All recipes.</summary>
    public static IReadOnlyList<WeightRecipe> Recipes { get; } =
    [
        .. from source in (WeightSource[])[WeightSource.EpochMean, WeightSource.LastLetter]
           from recipe in (IEnumerable<WeightRecipe>)
           [
               .. ((double[])[0.98, 0.984, 0.986, 0.988, 0.989, 0.99, 0.991, 0.992, 0.993, 0.994, 0.995, 0.996, 0.997, 0.998, 0.999, 1])
                   .Select(xi => new WeightRecipe(source, WeightReference.Saturated, xi)),
               new WeightRecipe(source, WeightReference.CalibratedSaturated),
               new WeightRecipe(source, WeightReference.CalibratedMidRange),
               new WeightRecipe(source, WeightReference.LetterMidRange),
               new WeightRecipe(source, WeightReference.EpochMean),
           ]
           where source != WeightSource.EpochMean || recipe.Reference != WeightReference.EpochMean
           select recipe,
    ];

    /// <summary>
    /// All films with their protocols: K, pads, field and pulse with pads that are equipotential; then with leads of 528 ohm; then padding,
    /// order and long pulses. Fields in oersted are those half-way between columns of alternating sign.
    /// </summary>
    public static IReadOnlyList<(LetterFilm Film, LetterProtocol Protocol)> Protocols() =>
    [
        .. from pad in (double[])[3.0 / 14, 5.0 / 14, 8.0 / 14]
           let volts = VoltsPerOersted(new LetterFilm { PadSize = pad, LeadResistance = 0 })
           from k in (double[])[Printed, InPlane]
           from oersted in (double[])[20, 80, 160, 320]
           from time in (double[])[1e-9, 5e-9]
           select (
               new LetterFilm { HardAxis = k, PadSize = pad, LeadResistance = 0, Seed = FilmSeed },
               new LetterProtocol { Voltage = volts * oersted, PulseTime = time }),
        .. from pad in (double[])[3.0 / 14, 8.0 / 14]
           let volts = VoltsPerOersted(new LetterFilm { PadSize = pad })
           from k in (double[])[Printed, InPlane]
           from oersted in (double[])[20, 160]
           select (new LetterFilm { HardAxis = k, PadSize = pad, Seed = FilmSeed }, new LetterProtocol { Voltage = volts * oersted }),
        .. from change in (Func<LetterFilm, LetterProtocol, (LetterFilm, LetterProtocol)>[])
           [
               (f, p) => (f with { Padding = 0.3 }, p),
               (f, p) => (f with { Padding = 1.2 }, p),
               (f, p) => (f, p with { Order = LessonOrder.Alternating }),
               (f, p) => (f, p with { Order = LessonOrder.Shuffled }),
               (f, p) => (f, p with { PulseTime = 20e-9 }),
           ]
           let volts = VoltsPerOersted(new LetterFilm { PadSize = 3.0 / 14, LeadResistance = 0 })
           from k in (double[])[Printed, InPlane]
           select change(
               new LetterFilm { HardAxis = k, PadSize = 3.0 / 14, LeadResistance = 0, Seed = FilmSeed },
               new LetterProtocol { Voltage = volts * 20, PulseTime = 1e-9 }),
    ];

    /// <summary>The calibration of a film: its stripes and boards at a voltage, 20 ns each, two epochs.</summary>
    /// <param name="film">Film.</param>
    /// <param name="voltage">Voltage in volts.</param>
    public static LetterCase Calibration(LetterFilm film, double voltage) => new(
        film, LetterCalibration.Patterns(film.Rows, film.Columns), new LetterProtocol
        {
            Voltage = voltage,
            PulseTime = CalibrationTime,
            Epochs = 2,
        });

    /// <summary>Runs the search, or what is left of it.</summary>
    /// <param name="store">Trainings done so far.</param>
    /// <param name="threads">Trainings at the same time.</param>
    /// <param name="protocols">Films and protocols, as <see cref="Protocols"/>.</param>
    /// <param name="progress">Is told how far it is, or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>All rows: those of the finalists, best first, then those of the others.</returns>
    public static IReadOnlyList<SearchRow> Run(
        ResultStore store,
        int threads,
        IReadOnlyList<(LetterFilm Film, LetterProtocol Protocol)> protocols,
        IProgress<StudyProgress>? progress,
        CancellationToken cancellation)
    {
        IReadOnlyList<SearchRow> first = Rows(store, threads, protocols, [FilmSeed], progress, cancellation);
        (LetterFilm, LetterProtocol)[] finalists = [.. first.Select(r => (r.Film, r.Protocol)).Distinct().Take(Finalists)];
        IReadOnlyList<SearchRow> second = Rows(store, threads, finalists, Seeds, progress, cancellation);
        return [.. second, .. first.Where(r => !finalists.Contains((r.Film, r.Protocol)))];
    }

    // Rows of some films with some seeds, best first.
    private static IReadOnlyList<SearchRow> Rows(
        ResultStore store,
        int threads,
        IReadOnlyList<(LetterFilm Film, LetterProtocol Protocol)> protocols,
        IReadOnlyList<int> seeds,
        IProgress<StudyProgress>? progress,
        CancellationToken cancellation)
    {
        LetterFont font = LetterFont.Load("block");
        PatternSet[] sets = [.. Words.Select(font.Set)];
        List<LetterCase> cases = [];
        foreach ((LetterFilm film, LetterProtocol protocol) in protocols)
        {
            foreach (LetterFilm grown in seeds.Select(s => film with { Seed = s }))
            {
                cases.AddRange(sets.Select(s => new LetterCase(grown, s, protocol)));
                cases.Add(Calibration(grown, protocol.Voltage));
            }
        }

        // A calibration may serve several protocols: computed once.
        LetterCase[] distinct = [.. cases.DistinctBy(c => c.Key.Hash)];
        IReadOnlyList<LetterHistory> histories = new LetterEnsemble(store, threads).Run(distinct, progress, cancellation);
        Dictionary<string, LetterHistory> known = distinct.Zip(histories).ToDictionary(p => p.First.Key.Hash, p => p.Second);
        List<SearchRow> rows = [];
        foreach ((LetterFilm film, LetterProtocol protocol) in protocols)
        {
            (LetterCalibration Calibration, LetterHistory[] Words)[] films =
            [
                .. seeds.Select(s => film with { Seed = s }).Select(f => (
                    new LetterCalibration(known[Calibration(f, protocol.Voltage).Key.Hash], f.Columns),
                    sets.Select(s => known[new LetterCase(f, s, protocol).Key.Hash]).ToArray())),
            ];
            foreach (WeightRecipe recipe in Recipes)
            {
                cancellation.ThrowIfCancellationRequested();
                rows.Add(Score(film, protocol, recipe, sets, films));
            }
        }

        return [.. rows.OrderByDescending(r => r.Merit)];
    }

    /// <summary>The rows as a tab-separated table with names and units.</summary>
    /// <param name="rows">Rows.</param>
    public static string Table(IReadOnlyList<SearchRow> rows) => string.Concat(
        rows.Select(r => string.Create(
            CultureInfo.InvariantCulture,
            $"{r.Film.HardAxis}\t{r.Film.Padding:0.00}\t{r.Film.PadSize:0.00}\t{r.Film.LeadResistance:0}\t{r.Protocol.Voltage:0.00000}\t"
            + $"{r.Protocol.PulseTime * 1e9:0.#}\t{r.Protocol.Order}\t{r.Recipe.Name}\t{r.Similarity:0.000}\t{r.ExactRecall:0.000}\t"
            + $"{r.NoRecall:0.000}\t{r.FixedPoints:0.00}\t{r.Merit:0.000}\t{r.Films}\n"))
        .Prepend(
            "K (A/m)\tpadding (pitch)\tpad (pitch)\tlead (ohm)\tvoltage (V)\tpulse (ns)\torder\tweights\tsimilarity\texact\tno "
            + "recall\tfixed points\tmerit\tfilms\n"));

    private static double VoltsPerOersted(LetterFilm film) => LetterDrive.Voltage(film, 1000 / (4 * Math.PI));

    private static SearchRow Score(
        LetterFilm film,
        LetterProtocol protocol,
        WeightRecipe recipe,
        PatternSet[] sets,
        (LetterCalibration Calibration, LetterHistory[] Words)[] films)
    {
        List<RecallScore> scores = [];
        double fixedPoints = 0;
        foreach ((LetterCalibration calibration, LetterHistory[] words) in films)
        {
            for (int k = 0; k < sets.Length; k++)
            {
                WeightMatrix weights = recipe.Weights(words[k], protocol.Epochs, calibration);
                scores.AddRange(
                    Enumerable.Range(1, 3).Select(
                        flips => RecallTest.Score(weights, new DistortedImages(sets[k], flips, Images, ImagesSeed))));
                fixedPoints += RecallTest.FixedPoints(weights, sets[k]) / (double)sets[k].Count / sets.Length / films.Length;
            }
        }

        return new SearchRow(
            film,
            protocol,
            recipe,
            scores.Average(s => s.Similarity),
            scores.Average(s => s.ExactRecall),
            scores.Average(s => s.NoRecall),
            fixedPoints,
            films.Length);
    }
}
