using System.Globalization;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.FilmStudies.Tables;
using MagHopfield.Instrument.Board;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Shared;
using static MagHopfield.FilmStudies.Pictures.PatternText;

namespace MagHopfield.BoardStudies.EndToEnd;

/// <summary>The report of an end-to-end run: one HTML page, and the pictures of the README's first page.</summary>
public static class EndToEndReport
{
    private static readonly RecallMode[] Modes = [RecallMode.SteepestDescent, RecallMode.Asynchronous, RecallMode.Synchronous];

    /// <summary>The record of a run: page, data, and the film as a file to run again.</summary>
    /// <param name="result">Result.</param>
    public static StudyRecord Of(EndToEndResult result) => new(
        "A film learns a pattern, the instrument measures and recalls it",
        [
            new StudyPage(page => Body(page, result)),
            CameAbout(result),
            new StudyPage(page =>
            {
                FilmParameterTable.Add(page, result.Film);
                ExperimentTable.Add(page, result.Parameters);
            }),
        ])
    {
        Data = EndToEndJson.Of(result),
        Files = FilmDocument.Of(result.Film).Files.ToDictionary(f => f.Name, f => f.Content),
        Passes = result.Passes,
    };

    private static void Body(HtmlPage page, EndToEndResult result)
    {
        Summary(page, result);
        History(page, result);
        for (int k = 0; k < result.Trainings.Count; k++)
            Training(page, result, result.Trainings[k], k + 1);
    }

    private static void Summary(HtmlPage page, EndToEndResult result)
    {
        page.Paragraph(
            $"<span class=\"lead\">Film <b>{HtmlPage.Encode(result.Film.Name)}</b> ({result.Film.NodeCount} nodes) behind a virtual board "
            + "that runs the "
            + "instrument's own code against models of its chips; after Niu et al., PNAS 2024. The instrument sees voltages and currents "
            + "only. "
            + "The cross-check compares what it measured with the simulator's own conductance matrix.</span>");
        page.Table(
            [
                "trained pattern", "energy minimum", "margin to the next state", "recalled by steepest descent", "in random order",
                "all at once", "largest error of G", "budget", "verdict",
            ],
            result.Trainings.Select(t => (IReadOnlyList<string>)
            [
                Signs(t.Training.Pattern),
                Verdict(t.MinimumIsTrained, "± trained", "another state"),
                Number(1e3 * t.Margin, "0.000") + " mS·V²",
                Recalled(t, RecallMode.SteepestDescent),
                Recalled(t, RecallMode.Asynchronous),
                Recalled(t, RecallMode.Synchronous),
                Percent(t.CrossCheck.LargestError, "0.0000"),
                Percent(result.Parameters.MeasurementBudget, "0.0000"),
                Verdict(t.Passes, "pass", "FAIL"),
            ]));
        if (result.Hazards.Count > 0)
        {
            page.Paragraph("<span class=\"fail\">A real board would have come to harm:</span> "
                + string.Join("; ", result.Hazards.Select(h => HtmlPage.Encode(h.ToString()))));
        }
    }

    private static void History(HtmlPage page, EndToEndResult result)
    {
        string[] names = PairName.All(result.Film.NodeCount);
        double[] times = [.. result.Trainings.SelectMany(t => t.Times)];
        double[][] samples = [.. result.Trainings.SelectMany(t => t.Samples)];
        double[] measuredTimes = [.. result.Trainings.Select(t => t.Times[^1])];
        double[][] measured = [.. result.Trainings.Select(t => t.Measurement.Conductance.ToPairs())];
        (double, string)[] boundaries = [.. result.Trainings.Select(t => (t.Times[0], Signs(t.Training.Pattern)))];
        page.Heading("Conductance while the film learns");
        IReadOnlyList<int[]> groups = PairGroups.BySize(samples);
        for (int g = 0; g < groups.Count; g++)
        {
            string selection = ConductanceHistoryPlot.Selection(groups[g].Length);
            string caption = selection + (g < groups.Count - 1
                ? ""
                : "Lines: the film's own conductance matrix, sampled in simulated time. Circles: the instrument's measurement after each "
                    + "training. A pulse "
                + "is integrated until the texture is at rest under its field, or for the longest time set in [simulation]; what that "
                + "leaves out of its width is said with each training.");
            page.Figures(
                (
                    $"conductance{g + 1}",
                    ConductanceHistoryPlot.Draw(groups[g], names, times, samples, measuredTimes, measured, boundaries),
                    caption));
        }
    }

    private static string Edges(IntegratedPulse pulse) => pulse.RequestedRise == 0 ? ""
        : $", each of its edges of {Number(1e9 * pulse.RequestedRise, "0.#")} ns for {Number(1e9 * pulse.IntegratedRise, "0.#")} ns";

    private static string OwnCurrent(TrainingResult t) => t.Pulse.AtElectrodes is not TerminalState reached ? ""
        : $" Its own current re-wrote the film: of ±{Number(1e3 * t.Training.Voltage, "0.##")} mV at the drivers "
            + $"±{Number(1e3 * reached.Amplitude, "0.##")} mV reached the electrodes, and the largest current was "
            + $"{Number(1e3 * reached.LargestCurrent, "0.###")} mA, where a driver gives up to "
            + $"{Number(1e3 * PulseLimits.DriverAmperes, "0")} mA. What the film would have done in the rest of the pulse was not "
            + "simulated.";

    private static string AtZeroField(IntegratedPulse pulse) => pulse.Descent is null
        ? $"{Number(1e9 * pulse.RelaxationTime, "0.0")} ns at zero field"
        : $"brought it down at zero field in {pulse.Descent.Steps} steps (largest torque left {Number(pulse.Descent.MaxTorque, "0.00")} "
            + "A/m)";

    private static void Training(HtmlPage page, EndToEndResult result, TrainingResult t, int number)
    {
        page.Heading($"Trained “{Signs(t.Training.Pattern)}”");
        page.Figures(
            (
                $"current{number}",
                FilmPicture.Current(result.Outline, t.GoldCurrent[0], t.GoldCurrent[1], t.Training.Pattern),
                t.Pulse.AtElectrodes is null ? "Sheet current density of the gold layer under the pulse."
                    : "Sheet current density of the film under the pulse, after it."),
            (
                $"texture{number}",
                FilmPicture.Textures(
                    result.Outline, new FilmPicture.Magnetisation("", t.Texture[0], t.Texture[1], t.Texture[2], t.Training.Pattern)),
                "Magnetic texture after the pulse, at zero field. Hue: in-plane angle; white: up, black: down."),
            (
                $"energy{number}",
                EnergyDiagram.Draw(t.Energies, t.Training.Pattern),
                "Energy of every state (Niu 2024, eq. 4, V = ±1 V); red: the trained pattern and its negative."));
        string rest = t.Pulse.AtRest ? "the texture was at rest then" : "the texture was still moving then";
        page.Paragraph(
            $"{t.Training.Pulses} pulse{(t.Training.Pulses == 1 ? "" : "s")} of {Number(t.Training.Voltage, "0.##")} V, "
            + $"{Number(1e6 * t.Training.Width, "0.#")} µs. "
            + $"The physics integrated the last one for {Number(1e9 * t.Pulse.IntegratedTime, "0.0")} ns under its field ({rest}; largest "
            + "torque left "
            + $"{Number(t.Pulse.TorqueUnderField, "0.00")} A/m){Edges(t.Pulse)} and {AtZeroField(t.Pulse)}.{OwnCurrent(t)}");
        page.Paragraph(
            $"Measurement: {t.Measurement.ReadingCount} readings in {Number(1e-6 * t.Measurement.DurationMicroseconds, "0.00")} s of board "
            + "time; the wiring geometries "
            + $"agree within {Percent(t.Measurement.LargestGroupDeviation, "0.0000")} (paper: 2 %). Cross-check "
            + $"{Verdict(t.CrossCheck.Passes, "passes", "FAILS")}; an error may be "
            + $"{Percent(result.Parameters.MeasurementBudget, "0.0000")} of the largest element of the element's two rows, for noise knows "
            + "only siemens:");
        page.Table(
            ["element", "measured (mS)", "simulator (mS)", "error (µS)", "stated σ (µS)", "of the element", "of its rows", "verdict"],
            t.CrossCheck.Rows.Select(r => (IReadOnlyList<string>)
            [
                $"G<sub>{r.Pair}</sub>",
                Number(1e3 * r.Measured, "0.0000"),
                Number(1e3 * r.Simulated, "0.0000"),
                Number(1e6 * r.AbsoluteError, "0.00"),
                Number(1e6 * r.StandardError, "0.00"),
                Percent(r.RelativeError, "0.0000"),
                Percent(r.ErrorOfRows, "0.0000"),
                Verdict(r.Passes, "pass", "FAIL"),
            ]));
        page.Paragraph("Recall from every state with one flipped electrode (from measured weights, shown on the panel). "
            + $"A local field below {Number(1e6 * t.FieldResolution, "0")} µS, what the accuracy of the measurement leaves uncertain, "
            + "keeps the old sign. "
            + "A pattern and its negative have the same energy and are one memory:");
        page.Table(
            ["start", .. Modes.Select(ModeName)],
            t.Of(RecallMode.SteepestDescent).Select(first => (IReadOnlyList<string>)
            [
                Leds(first.Start, result.Columns),
                .. Modes.Select(
                    mode =>
                        Outcome(t.Of(mode).Single(r => r.Start.SameAs(first.Start) && r.Expected.SameAs(first.Expected)), result.Columns)),
            ]));
    }

    private static string Outcome(RecallOutcome r, int columns)
    {
        string updates = r.Result.Iterations.ToString(CultureInfo.InvariantCulture);
        string no = r.Result.IsCycle ? "cycle of two states" : r.Mode == RecallMode.SteepestDescent ? "WRONG" : "another state";
        return $"{Leds(r.OnPanel, columns)} {Verdict(r.Right, r.SameSign ? "right" : "right (negative)", no)}, {updates} updates";
    }

    private static string ModeName(RecallMode mode) => mode switch
    {
        RecallMode.SteepestDescent => "steepest descent",
        RecallMode.Asynchronous => "asynchronous, random order",
        _ => "synchronous",
    };

    private static string Recalled(TrainingResult t, RecallMode mode) =>
        $"{t.Of(mode).Count(r => r.Right)} of {t.Of(mode).Count()} ({t.Of(mode).Count(r => r.SameSign)} with the sign)";

    private static StudyProvenance CameAbout(EndToEndResult result)
    {
        EndToEndParameters p = result.Parameters;
        return new(
            ("board", $"{result.SpiFrames} SPI frames, {Number(result.BoardSeconds, "0.00")} s of board time"),
            (
                "shunts",
                $"compared with R_REF first: {string.Join(", ", result.Shunts.Ratios.Select(r => Number(r, "0.000000")))}, each to "
                + $"{Number(1e6 * result.Shunts.RelativeError, "0.0")} ppm"),
            (
                "reference",
                $"G_avg = (G_min + G_max)/2 over {result.Reference.Count} patterns trained with pulses of "
                + $"{Number(p.CalibrationVoltage, "0.###")} V"),
            ("weights", "w_ij = G_ij − G_avg,ij (Niu 2024, below eq. 4)"));
    }
}
