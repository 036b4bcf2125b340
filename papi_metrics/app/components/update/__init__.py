"""Parts of Cập nhật quý."""
