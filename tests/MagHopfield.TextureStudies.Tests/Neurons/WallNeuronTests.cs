using MagHopfield.TextureStudies.Neurons;
using MagHopfield.TextureStudies.Textures;

namespace MagHopfield.TextureStudies.Tests.Neurons;

/// <summary>A domain wall that switches a contact.</summary>
public class WallNeuronTests
{
    [Fact]
    public void The_leaky_integrator_fires_when_its_equation_does()
    {
        LeakyIntegrator model = new(100, 3e-9, 2e-7);
        Assert.Equal(2.0 / 3, model.LeastInput, 12);
        Assert.Equal(double.PositiveInfinity, model.FirstSpike(0.6));
        double s = 0, t = 0;
        const double step = 1e-14;
        for (; s < model.Threshold; t += step)
            s += step * ((model.Speed * 1.5) - (s / model.Time));
        Assert.Equal(t, model.FirstSpike(1.5), 2e-13);
    }

    [Fact]
    public void A_strong_input_fires_resets_and_fires_again_and_a_weak_one_does_not()
    {
        WallNeuron neuron = new(TextureDocument.Of("wall-neuron").Parse(), CancellationToken.None);
        NeuronTrace strong = neuron.Run(4, 3.5e-9), weak = neuron.Run(0.5, 1e-9);
        Assert.Empty(weak.Spikes);
        Assert.True(weak.States.Max() > 10e-9, "the weak input did not move the wall");
        Assert.Equal(2, strong.Spikes.Length);

        // Against the leak in the first spike, and with the time of the reset in the second.
        Assert.InRange(strong.First, 0.3e-6 / (4 * neuron.Speed), 1.5 * 0.3e-6 / (4 * neuron.Speed) + 0.4e-9);
        Assert.True(strong.Spikes[1] - strong.Spikes[0] > WallNeuron.Reset);
        Assert.Equal(0, strong.States[0], 20e-9);
    }
}
