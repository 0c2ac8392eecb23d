using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Files;
using MagHopfield.TextureStudies.Skyrmions;
using MagHopfield.TextureStudies.Textures;

namespace MagHopfield.TextureStudies.Tests.Skyrmions;

/// <summary>Skyrmions counted under a fixed layer.</summary>
public class SkyrmionSynapseTests
{
    private static readonly ProblemFile Document = TextureDocument.Of("skyrmion-synapse").Parse();

    [Fact]
    public void A_row_is_found_where_it_was_made()
    {
        double[] centres = [-120e-9, 10e-9, 60e-9];
        VectorField<double> m = SkyrmionRow.Create(new Geometry(Document.Problem.Mesh), Document.Problem.Initial, centres);
        double[] found = SkyrmionRow.Find(m);
        Assert.Equal(3, found.Length);
        Assert.All(found.Zip(centres), p => Assert.Equal(p.Second, p.First, 2e-9));
    }

    [Fact]
    public void Each_pulse_brings_one_more_under_the_fixed_layer_and_each_one_back_takes_it_away()
    {
        SkyrmionSteps steps = new SkyrmionSynapse(Document, CancellationToken.None).Write(2, 3.4e-10, _ => { });
        Assert.Equal([0, 1, 2], steps.In.Select(s => s.Under));
        Assert.Equal([1, 0], steps.Out.Select(s => s.Under));

        // Parallel to what is around the skyrmions: each takes conductance away, and as much.
        double first = steps.In[0].Conductance - steps.In[1].Conductance, second = steps.In[1].Conductance - steps.In[2].Conductance;
        Assert.True(first > 0);
        Assert.Equal(1, second / first, 0.2);
        Assert.All(steps.Out, s => Assert.Equal(steps.In[0].Charge, s.Charge, 0.05));
    }
}
