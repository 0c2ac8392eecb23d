using MagHopfield.NanoFramework.Tests.Image;
using Mono.Cecil.Cil;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>
/// Arithmetic and conversions in <c>checked</c>: they wrap silently. (The length of an array given as <c>long</c> is converted with a check
/// as well, and found by the same opcodes.)
/// </summary>
internal static class CheckedArithmetic
{
    public static IEnumerable<Finding> Find(FirmwareImage image) =>
        from method in image.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.OpCode.Name.Contains(".ovf")
        select image.At(method, instruction, $"{instruction.OpCode} never overflows on the device; compare with the limits instead.");
}
