using MagHopfield.NanoFramework.Tests.Image;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>
/// Pointers, <c>fixed</c> and <c>stackalloc</c>: the metadata processor refuses the assembly. The firmware is compiled without unsafe
/// code as well; this rule also holds where somebody turns that on.
/// </summary>
internal static class Pointers
{
    public static IEnumerable<Finding> Find(FirmwareImage image) => TypeUse.All(image)
        .Where(use => use.Holds(type => type is PointerType or PinnedType))
        .Select(use => use.Place with { What = $"{use.Type.FullName} is refused by the metadata processor; use an array and an index." })
        .Concat(
            from method in image.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            where instruction.OpCode.Code == Code.Localloc
            select image.At(method, instruction, "stackalloc is refused by the metadata processor; use an array."))
        .Distinct();
}
