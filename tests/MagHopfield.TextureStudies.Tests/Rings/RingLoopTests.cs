using MagHopfield.TextureStudies.Rings;

namespace MagHopfield.TextureStudies.Tests.Rings;

/// <summary>The loop of a ring's current against its voltage.</summary>
public class RingLoopTests
{
    [Fact]
    public void The_area_of_a_loop_is_that_of_both_its_lobes()
    {
        // I = G V (1 + ε sin 2φ), V = V0 sin φ: each lobe has ε G V0² ∫ ½ sin² 2φ dφ = ε G V0² π/4.
        const double conductance = 1e-3, volts = 0.2, share = 0.01;
        RingLoop loop = Of(phase => (volts * Math.Sin(phase), conductance * volts * Math.Sin(phase) * (1 + (share * Math.Sin(2 * phase)))));
        Assert.Equal(0.5 * Math.PI * share * conductance * volts * volts, loop.Area, 2e-3 * loop.Area);
        Assert.InRange(loop.Swing, 1.9 * share, 2.1 * share);
        Assert.InRange(loop.Pinch, 0, 1e-14);
        RingLoop resistor = Of(phase => (volts * Math.Sin(phase), conductance * volts * Math.Sin(phase)));
        Assert.InRange(resistor.RelativeArea, 0, 1e-15);
    }

    [Fact]
    public void A_ring_is_a_memristor_near_its_own_frequency()
    {
        RingLoop loop = new AlternatingRing(7e9).Run(CancellationToken.None);
        Assert.InRange(loop.RelativeArea, 3e-4, 3e-3);
        Assert.InRange(loop.Pinch, 0, 1e-12);
        Assert.InRange(loop.Own, 6e9, 8e9);
    }

    private static RingLoop Of(Func<double, (double V, double I)> point)
    {
        (double V, double I)[] points = [.. Enumerable.Range(0, 65).Select(k => point(2 * Math.PI * k / 64))];
        return new(1e9, [.. points.Select(p => p.V)], [.. points.Select(p => p.I)], 1e9, []);
    }
}
