using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Papers.Niu2024.Spread;

/// <summary>One of many devices made from one drawing: grains, edges, electrodes and AMR ratio are its own.</summary>
public static class RandomDevice
{
    /// <summary>Makes a device; the same index gives the same device.</summary>
    /// <param name="drawing">The film as drawn, with disks as electrodes; its outline is a box, a disk or a polygon.</param>
    /// <param name="spread">By how much devices differ.</param>
    /// <param name="index">Number of the device, from 0.</param>
    /// <exception cref="ArgumentException">An electrode is no disk, or the outline is an image.</exception>
    public static FilmParameters Make(FilmParameters drawing, SpreadParameters spread, int index)
    {
        int seed = Mix(spread.Seed, index);
        Random random = new(seed);
        FilmParameters film = drawing.WithCells(spread.Cells);
        return film with
        {
            Geometry = spread.EdgeRoughness > 0 ? film.Geometry with { Outline = Rough(film.Geometry, spread, random) } : film.Geometry,
            Electrodes = Move(film.Electrodes, spread, random),
            Terminals = Move(film.Terminals, spread, random),
            Transport = film.Transport with { AmrRatio = spread.LowestAmr + (spread.HighestAmr - spread.LowestAmr) * random.NextDouble() },
            Magnetism = film.Magnetism with
            {
                Seed = seed,
                CoerciveField = spread.Temperature > 0 ? 0 : film.Magnetism.CoerciveField,
                Temperature = spread.Temperature,
                Grains = spread.GrainField > 0 ? new GrainParameters(spread.GrainSize, spread.GrainField, random.Next()) : null,
            },
            Simulation = film.Simulation with { LongestTime = spread.PulseTime },
        };
    }

    private static Electrode[] Move(IReadOnlyList<Electrode> electrodes, SpreadParameters spread, Random random) =>
        [.. electrodes.Select(e =>
    {
        (double dx, double dy, double scale) = (
            spread.Misplacement * Normal(random), spread.Misplacement * Normal(random), 1 + spread.RadiusScatter * Normal(random));
        return e.Shape is DiskShape disk
            ? e with { Shape = disk with { X = disk.X + dx, Y = disk.Y + dy, Radius = scale * disk.Radius } }
            : throw new ArgumentException($"Electrode {e.Name} is no disk; random devices are made from films with disks as electrodes.");
    })];

    // The outline with its edges drawn inwards by a random, smooth depth: a sum of waves along the perimeter with random phases, which is a
    // normal number at every point, of mean 1.5 and standard deviation 1 times the roughness; negative depths are cut at the outline.
    private static PolygonShape Rough(FilmGeometry g, SpreadParameters spread, Random random)
    {
        const int Waves = 40;
        Perimeter perimeter = Perimeter.Of(g);
        double around = perimeter.Length;
        (double Number, double Phase)[] waves = [.. Enumerable.Range(0, Waves).Select(_ =>
            (Math.Round(around / (2 * Math.PI * spread.EdgeCorrelation) * Math.Abs(Normal(random))), 2 * Math.PI * random.NextDouble()))];
        double Depth(double s) => Math.Max(0, spread.EdgeRoughness
            * (1.5 + Math.Sqrt(2.0 / Waves) * waves.Sum(w => Math.Cos(2 * Math.PI * w.Number * s / around + w.Phase))));
        int points = (int)Math.Ceiling(around / (0.25 * spread.EdgeCorrelation));
        return new PolygonShape(
            [.. Enumerable.Range(0, points).Select(k => around * k / points).Select(s => perimeter.Inside(s, Depth(s)))]);
    }

    // SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the first numbers of System.Random are a linear function of its seed, so that seeds
    // in even steps would give AMR ratios in even steps.
    private static int Mix(int seed, int index)
    {
        ulong z = unchecked(((ulong)(uint)seed << 32 | (uint)index) * 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return (int)((z ^ (z >> 31)) & int.MaxValue);
    }

    // Box and Muller.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
