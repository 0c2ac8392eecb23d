using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Files;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Checking;

/// <summary>What the terms themselves find wrong.</summary>
internal static class TermChecks
{
    /// <summary>With their numbers.</summary>
    public static IEnumerable<Finding> Of(ProblemFile file) => file.Problem.Terms.SelectMany(term => term.Check(With(file)));

    /// <summary>On the mesh and with their files.</summary>
    public static IEnumerable<Finding> OnMesh(ProblemFile file) => file.Problem.Terms.SelectMany(term => term.CheckOnMesh(With(file)));

    private static TermCheck With(ProblemFile file)
    {
        Problem p = file.Problem;
        return new(file.Source, file.LineOf, p.Magnet, Body, p.TermRegions.Any(region => region.GilbertDamping > 0));

        // No body is said by the checks of the body.
        Geometry? Body()
        {
            try
            {
                return BodyBuilder.Geometry(p);
            }
            catch (Exception e) when (e is ArgumentException or ProblemFileException)
            {
                return null;
            }
        }
    }
}
