using MagHopfield.NanoFramework.Tests.Image;
using Mono.Cecil;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>
/// Generic classes, structs, interfaces and delegates, also those of the libraries (Func, Action with parameters): they crash at load.
/// </summary>
internal static class GenericTypes
{
    public static IEnumerable<Finding> Find(FirmwareImage image) => image.Types.Where(type => type.HasGenericParameters)
        .Select(type => image.At(type, $"{type.FullName} is generic, which crashes at load; write it for the one type it serves."))
        .Concat(TypeUse.All(image).Where(use => use.Holds(type => type is GenericInstanceType))
            .Select(use => use.Place with { What = $"{use.Type.FullName} is generic, which crashes at load; declare a type of its own." }))
        .Distinct();
}
