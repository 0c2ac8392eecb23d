using MagHopfield.NanoFramework.Tests.Image;
using Mono.Cecil;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>Arrays of more than one dimension, <c>double[,]</c>: a class that names one crashes at load. Jagged arrays work.</summary>
internal static class MultiDimensionalArrays
{
    public static IEnumerable<Finding> Find(FirmwareImage image) => TypeUse.All(image)
        .Where(use => use.Holds(type => type is ArrayType { Rank: > 1 }))
        .Select(use => use.Place with { What = $"{use.Type.FullName} crashes at load; use a jagged or a flat array." })
        .Distinct();
}
