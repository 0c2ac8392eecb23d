using MagHopfield.TextureStudies.Textures;
using ScottPlot;

namespace MagHopfield.TextureStudies.Walls;

/// <summary>The report of the wall memristor.</summary>
internal static class WallMemristorReport
{
    // What a wall of 12 nm loses in cells of 4 nm is 2 %; the rest are the edges of the strip.
    private const double SpeedError = 0.05;

    /// <summary>Makes it.</summary>
    /// <param name="speeds">Speeds against the current.</param>
    /// <param name="steps">The steps there and back.</param>
    /// <param name="pulse">Length of a pulse in seconds.</param>
    public static StudyRecord Of(IReadOnlyList<WallSpeed> speeds, WallSteps steps, double pulse)
    {
        WallState[] up = steps.Up, down = [steps.Up[^1], .. steps.Down];
        double[] count = [.. Enumerable.Range(0, up.Length).Select(k => (double)k)];
        LinearFit rising = LinearFit.Of(count, [.. up.Select(s => s.Tunnel)]), falling = LinearFit.Of(
            count, [.. down.Select(s => s.Tunnel)]);
        LinearFit place = LinearFit.Of([.. up.Select(s => s.Position)], [.. up.Select(s => s.Resistance)]);
        double range = up.Max(s => s.Tunnel) - up.Min(s => s.Tunnel);
        double asymmetry = up.Zip(down.Reverse(), (a, b) => Math.Abs(a.Tunnel - b.Tunnel)).Max() / range;
        double[] widths = [.. up.Zip(up.Skip(1), (a, b) => b.Tunnel - a.Tunnel)];
        double mean = widths.Average(), spread = Math.Sqrt(widths.Average(w => (w - mean) * (w - mean)));
        double miss = speeds.Max(s => Math.Abs((s.Speed / s.Theory) - 1));
        return new("A domain wall in a strip as memristor",
        [
            new StudyLine(
                "Review: J. Grollier et al., Nat. Electron. 3, 360 (2020), Fig. 2a. Document: texture-wall-memristor.toml, material "
                + "chosen. "
                + "The resistance is that in the plane by giant magnetoresistance (10 %, solved between the ends); the tunnel conductance "
                + "is that through a barrier of 10 Ω·µm² and 100 % all along the strip, as in the figure."),
            new StudyLine(
                "A strip with straight edges pins no wall: away from the middle the stray field pushes it slowly, and what it moves "
                + "without "
                + "current is given below. Grains and rough edges hold walls in real films."),
            new ComparisonTable(),
            new StudyPictures(
                ("wall-memristor", Draw(speeds, steps), "Resistance and conductance pulse by pulse; speed against the current."),
                (
                    "walls",
                    TextureSnapshot.Draw(steps.Snapshots, false, 460),
                    "The wall before the first pulse, in the middle and at the end.")),
            new StudyTable(
                "steps", ["pulse", "place (nm)", "R in the plane (Ω)", "tunnel G (mS)"],
                [
                    .. up.Concat(steps.Down).Select((s, k) => (IReadOnlyList<Words>)
                        [$"{k}", Number(1e9 * s.Position, "0.0"), Number(s.Resistance, "0.00"), Number(1e3 * s.Tunnel, "0.0000")]),
                ]),
            new StudyProvenance(),
        ])
        {
            Comparisons =
            [
                new(
                    "the resistance depends on the location of the wall (Fig. 2a)", "R² of R in the plane against the place (above 0.999)",
                    "in proportion", Number(place.RSquare, "0.00000"), place.RSquare > 0.999),
                new(
                    "textures store analog information", $"change of G by a pulse of {Number(1e12 * pulse, "0")} ps (spread below 10 %)",
                    "analog", $"{Micro(mean)} ± {Micro(spread)}, {widths.Length} steps", spread < 0.1 * Math.Abs(mean)),
                new(
                    "back-propagation requires highly linear weight variations", "R² of G against pulses, up and down (above 0.99)",
                    "highly linear", $"{Number(rising.RSquare, "0.0000")}, {Number(falling.RSquare, "0.0000")}",
                    rising.RSquare > 0.99 && falling.RSquare > 0.99),
                new(
                    "back-propagation requires symmetric weight variations",
                    "largest difference of G up and down over its range (below 5 %)",
                    "symmetric", Percent(asymmetry), asymmetry < 0.05),
                new(
                    "spintronic memristors are non-volatile", "shift of the wall without current for 10 ns (below 1 nm)", "none",
                    $"{Number(1e9 * steps.Kept, "0.00")} nm", Math.Abs(steps.Kept) < 1e-9),
                new(
                    "a wall moves at ξ u/α (Thiaville 2005)", "largest miss of the speed at four currents (below 5 %)", "ξ u/α",
                    Percent(miss, "0.0"), miss < SpeedError),
            ],
            Values =
            [
                new("change of G by a pulse", mean, "S", "mean of the steps up"),
                new("standard deviation of it", spread, "S", "of the steps up"),
                new("R² of G, up", rising.RSquare, "1", "straight line of least squares against the number of pulses"),
                new("largest deviation of G, up", rising.LargestDeviation, "1", "from that line, over the range of G"),
                new("R² of G, down", falling.RSquare, "1", "straight line of least squares against the number of pulses"),
                new("largest deviation of G, down", falling.LargestDeviation, "1", "from that line, over the range of G"),
                new("slope of R", place.Slope, "Ω/m", "R in the plane against the place of the wall"),
            ],
            Data =
            [
                new("speeds", speeds.ToArray(), WallJson.Default.WallSpeedArray),
                new("steps", steps, WallJson.Default.WallSteps),
            ],
        };
    }

    private static Figure Draw(IReadOnlyList<WallSpeed> speeds, WallSteps steps)
    {
        WallState[] all = [.. steps.Up, .. steps.Down];
        double[] count = [.. Enumerable.Range(0, all.Length).Select(k => (double)k)];
        Plot resistance = TexturePlot.New("pulses", "R in the plane (Ω)"), tunnel = TexturePlot.New("pulses", "tunnel G (mS)");
        TexturePlot.Points(resistance, count, all.Select(s => s.Resistance), 0, "");
        TexturePlot.Points(tunnel, count, all.Select(s => 1e3 * s.Tunnel), 0, "");
        Plot speed = TexturePlot.New("u (m/s)", "speed of the wall (m/s)");
        TexturePlot.Line(speed, speeds.Select(s => s.Drift).Prepend(0), speeds.Select(s => s.Theory).Prepend(0), 1, "ξ u/α");
        TexturePlot.Points(speed, speeds.Select(s => s.Drift), speeds.Select(s => s.Speed), 0, "ours");
        speed.ShowLegend(Alignment.UpperLeft);
        return Figure.Of([resistance, tunnel, speed], 3, 400, 320);
    }
}
